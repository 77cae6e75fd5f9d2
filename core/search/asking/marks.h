// core/search/asking/marks.h
//
// Finds in a text the words that a query matched, in whatever form they stand there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/search/asking/query.h"
#include "core/search/asking/resolve.h"

namespace ventanilla::search {

// A word of a text, bytes [begin, end), and the slot of the query that it matches.
struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t slot = 0;
};

class Marker {
public:
    // `query` must outlive the marker.
    explicit Marker(const ResolvedQuery& query);

    [[nodiscard]] std::optional<std::size_t> slot_of(std::string_view word) const {
        return slot_of(word, true);
    }
    // Ascending. Stop words are left out where the query has others.
    [[nodiscard]] std::vector<Mark> find(std::string_view text) const;

private:
    [[nodiscard]] std::optional<std::size_t> slot_of(std::string_view word, bool stop_words) const;

    const ResolvedQuery& query_;
    bool marks_stop_words_ = true;
};

// Cuts `text` into runs; `marks` lie in [begin, end) and ascend. Line breaks become spaces.
std::vector<Run> make_runs(std::string_view text, std::size_t begin, std::size_t end,
                           const std::vector<Mark>& marks);

}  // namespace ventanilla::search
