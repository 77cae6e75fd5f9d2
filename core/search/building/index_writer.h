// core/search/building/index_writer.h
//
// Writes what was read of all entries as the shards of an index: docs/index-format.md.
#pragma once

#include <string>
#include <vector>

#include "core/base/for_each.h"
#include "core/search/building/collection.h"
#include "core/search/format/traits.h"

namespace ventanilla::search {

// The bodies of all shards, the root's first. Entries are in the order of their ids.
std::vector<std::string> write_index(Collection collection, const TraitTables& traits,
                                     const base::ForEach& for_each);

}  // namespace ventanilla::search
