// core/search/asking/selection.h
//
// From the entries that match a query to those that the answer shows: filtered and counted, with their priors, pinned ones
// first, and of those that say nearly the same the best.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/search/asking/query.h"
#include "core/search/asking/scorer.h"

namespace ventanilla::search {

struct SelectedEntry {
    EntryId entry = 0;
    std::uint32_t score = 0;
    bool pinned = false;
    std::uint32_t similar = 0;  // as Hit has it
};

struct Selection {
    std::vector<SelectedEntry> entries;  // at most `limit`, best first; ties by entry
    std::uint32_t total = 0;             // as Answer has them
    std::vector<FacetCount> counts;
};

// `found` ascends by entry.
Selection select(const Index::Data& index, const Query& query,
                 const std::vector<ScoredEntry>& found, std::size_t limit);

}  // namespace ventanilla::search
