// cli/side_by_side.h
//
// The rounds of a loop shared out among the machine's cores: a base::ForEach.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace ventanilla::cli {

inline void side_by_side(std::size_t count, const std::function<void(std::size_t)>& round) {
    const std::size_t cores = std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
    // Many rounds at a time, so that cores seldom write beside each other; fewer of few, so that each core has its part.
    const std::size_t at_a_time = std::clamp<std::size_t>(count / cores / 8, 1, 16);
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t first = 0; (first = next.fetch_add(at_a_time)) < count;) {
            for (std::size_t i = first; i < std::min(first + at_a_time, count); ++i) {
                round(i);
            }
        }
    };
    std::vector<std::jthread> others;
    for (std::size_t core = 1; core < std::min(cores, count); ++core) {
        others.emplace_back(work);
    }
    work();
}

}  // namespace ventanilla::cli
