// core/guide/graph.h
//
// A guide as a graph of steps by number (its place in Guide::steps): what can be reached and how
// far an outcome is. Iterative, in nearly linear time. Used by reading (dead ends) and by progress.
#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "core/guide/guide.h"

namespace ventanilla::guide {

class Graph {
public:
    static constexpr int kUnreachable = -1;

    // `guide` must outlive the graph.
    explicit Graph(const Guide& guide);

    [[nodiscard]] int step(std::string_view id) const;  // kUnreachable if there is none

    // By step: whether a customer can come to it from the start.
    [[nodiscard]] std::vector<bool> reached_from_start() const;

    // By step: the fewest answers from it to an outcome, or kUnreachable. With `forgive_missing` a
    // step that leads to one that does not exist counts as an outcome: its mistake is another one.
    [[nodiscard]] std::vector<int> distances_to_outcome(bool forgive_missing = false) const;

private:
    const Guide& guide_;
    std::map<std::string_view, int> numbers_;
    std::vector<std::vector<int>> next_;  // by step, by choice
};

}  // namespace ventanilla::guide
