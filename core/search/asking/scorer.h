// core/search/asking/scorer.h
//
// Scores entries by what a resolved query matches in them: BM25F from the postings, more for entries that cover more
// of the query and for titles and headings that say little else.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/search/asking/resolve.h"

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

// What an entry's score is made of.
struct ScoreParts {
    bool is_found = false;
    std::uint64_t words = 0;        // of each word of the query: rarity times impact
    std::uint64_t title = 0;        // for how much of the title the query has
    std::uint64_t heading = 0;      // for how much of a heading
    std::uint64_t beside = 0;       // for the query's stop words beside the others there
    std::uint64_t kept = 256;       // of 256: less where words of the query are missing
    std::uint64_t whole_title = 0;  // of 256, on top: for how much of the query stands in the title
    std::uint64_t whole_headings = 0;  // the same for headings

    [[nodiscard]] std::uint32_t score() const {
        const std::uint64_t points = words + title + heading + beside;
        const std::uint64_t score =
            points * kept / 256 * (256 + whole_title + whole_headings) / 1024;
        // What a word is worth that all entries have is nearly nothing, and not nothing.
        return std::max(static_cast<std::uint32_t>(score), is_found ? 1U : 0U);
    }
};
// All zero where the query finds nothing in the entry. Precondition: entry < entries.
ScoreParts parts_of_score(const Index::Data& index, const ResolvedQuery& query, EntryId entry);

}  // namespace ventanilla::search
