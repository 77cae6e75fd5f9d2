// core/search/building/grouped.h
//
// Values of many groups in one block of memory, while an index is built.
//
//   const Grouped<TermWorth> worths(entries.size(), [&](const auto& put) {
//       for (const TermList& list : lists) ... put(posting.entry, worth);
//   });
//   for (const TermWorth& worth : worths.of(entry)) ...
#pragma once

#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace ventanilla::search {

template <typename Value>
class Grouped {
public:
    // `put_all` puts each value into its group; it is called twice, first to count, and must do the same both times. A group
    // keeps its values in the order in which they were put.
    template <typename PutAll>
    Grouped(std::size_t groups, const PutAll& put_all) : first_(groups + 1) {
        put_all([&](std::size_t group, const Value&) { ++first_[group + 1]; });
        std::partial_sum(first_.begin(), first_.end(), first_.begin());
        values_.resize(first_.back());
        std::vector<std::size_t> next = first_;
        put_all([&](std::size_t group, const Value& value) { values_[next[group]++] = value; });
    }

    [[nodiscard]] std::span<Value> of(std::size_t group) {
        return std::span(values_).subspan(first_[group], first_[group + 1] - first_[group]);
    }
    [[nodiscard]] std::span<const Value> of(std::size_t group) const {
        return std::span(values_).subspan(first_[group], first_[group + 1] - first_[group]);
    }

private:
    std::vector<std::size_t> first_;  // of each group, where its own begin; and the end
    std::vector<Value> values_;
};

}  // namespace ventanilla::search
