// core/search/building/collection.h
//
// All entries of an index as they are analysed: slice by slice, so that several can be at work at a time.
#pragma once

#include <string>
#include <vector>

#include "core/base/for_each.h"
#include "core/search/building/analysis.h"
#include "core/search/building/builder.h"
#include "core/search/building/vocabulary.h"

namespace ventanilla::search {

struct Collection {
    std::vector<AnalysedEntry> entries;
    Vocabulary vocabulary;  // of all of them
};

// Of entries that went through a LineSieve, in their order. However `for_each` shares them out, words are numbered as they
// follow each other in the texts.
Collection collect(std::vector<Entry> entries, const std::string& language,
                   const base::ForEach& for_each);

}  // namespace ventanilla::search
