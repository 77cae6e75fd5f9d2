// core/search/scorer.h
//
// Scores entries by what a resolved query matches in them: BM25F from the postings, more for entries that cover more
// of the query and for titles and headings that say little else.
#pragma once

#include <cstdint>
#include <vector>

#include "core/search/resolve.h"

namespace ventanilla::search {

struct ScoredEntry {
    EntryId entry = 0;
    std::uint32_t score = 0;
};

struct Scores {
    std::vector<ScoredEntry> entries;   // all that match, ascending by entry
    std::vector<std::uint32_t> rarity;  // of each slot, as in ranking.h
};
Scores score(const Index::Data& index, const ResolvedQuery& query);

}  // namespace ventanilla::search
