// core/search/marks.h
//
// Finds in a text the words that a query matched, in whatever form they stand there.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/search/query.h"
#include "core/search/resolve.h"

namespace ventanilla::search {

// A word of a text, bytes [begin, end), and the slot of the query that it matches.
struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t slot = 0;
};

class Marker {
public:
    // Both must outlive the marker.
    Marker(const Index::Data& index, const ResolvedQuery& query);

    [[nodiscard]] std::optional<std::size_t> slot_of(std::string_view word) const;
    // Ascending. Stop words are left out where the query has others.
    [[nodiscard]] std::vector<Mark> find(std::string_view text) const;

private:
    // False for most words of a text, at the price of a look at their first byte.
    [[nodiscard]] bool can_match(std::string_view word) const;

    const Index::Data& index_;
    const ResolvedQuery& query_;
    std::vector<std::pair<TermId, std::size_t>> slots_;  // sorted
    std::bitset<128> first_letters_;  // with which a word that matches can begin, as it is written
    bool marks_stop_words_ = true;
};

// Cuts `text` into runs; `marks` lie in [begin, end) and ascend. Line breaks become spaces.
std::vector<Run> make_runs(std::string_view text, std::size_t begin, std::size_t end,
                           const std::vector<Mark>& marks);

}  // namespace ventanilla::search
