// core/search/building/shortening.h
//
// Cuts long lists of postings down to the best, while the index is built. Of each value that entries are filtered by some
// are kept however many are better, so that a filter finds what there is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/search/building/lists.h"
#include "core/search/format/traits.h"

namespace ventanilla::search {

class Shortening {
public:
    // `entries`: how many the index has. A list keeps its `best` postings and the best `of_value` of each value.
    Shortening(const TraitTables& traits, std::size_t entries, std::size_t best,
               std::size_t of_value);

    void shorten(TermList& list) const;

private:
    [[nodiscard]] bool has_values() const { return !first_.empty(); }

    std::size_t entries_;
    std::size_t best_;
    std::size_t of_value_;
    std::vector<std::uint32_t>
        values_;                      // of all entries, one after the other; empty without facets
    std::vector<std::size_t> first_;  // of each entry, where its own begin; and the end
    std::size_t value_count_ = 0;
};

}  // namespace ventanilla::search
