// core/base/for_each.h
//
// A loop whose rounds do not depend on each other, so that a host with several cores may share them out. Pure code takes
// the loop from its caller.
//
//   void seal_all(std::vector<std::string>& shards, const ForEach& for_each) {
//       for_each(shards.size(), [&](std::size_t i) { seal(shards[i]); });
//   }
#pragma once

#include <cstddef>
#include <functional>

namespace ventanilla::base {

// Calls `round` with 0 .. count - 1, each once, in any order and perhaps several at a time; returns when all are over.
using ForEach =
    std::function<void(std::size_t count, const std::function<void(std::size_t)>& round)>;

// One after the other.
inline void in_order(std::size_t count, const std::function<void(std::size_t)>& round) {
    for (std::size_t i = 0; i < count; ++i) {
        round(i);
    }
}

}  // namespace ventanilla::base
