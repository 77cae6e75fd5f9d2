// tests/core/search/sample_index.h
//
// A small help centre in Spanish, as the tests of the search need it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/search/asking/index.h"
#include "core/search/asking/query.h"
#include "core/search/building/builder.h"

namespace ventanilla::search {

std::vector<Entry> sample_entries();

// Enough articles that their index is cut into many shards: number 0 is "Ajustar el zapote 0", and so on.
// Number 700 alone says "talismán".
std::vector<Entry> many_entries();

std::vector<std::string> build_shards(std::string_view language, const std::vector<Entry>& entries);

// With all its shards.
Index open_whole(const std::vector<std::string>& shards);

inline Index sample_index() {
    return open_whole(build_shards("es", sample_entries()));
}

std::vector<std::string> ids(const Answer& answer);
std::vector<std::string> ids(const Index& index, std::string_view text);

// Marked runs between [ and ].
std::string shown(const std::vector<Run>& runs);

}  // namespace ventanilla::search
