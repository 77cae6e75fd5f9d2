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
    constexpr std::size_t kAtATime = 16;  // rounds, so that cores seldom write beside each other
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t first = 0; (first = next.fetch_add(kAtATime)) < count;) {
            for (std::size_t i = first; i < std::min(first + kAtATime, count); ++i) {
                round(i);
            }
        }
    };
    const std::size_t cores = std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
    std::vector<std::jthread> others;
    for (std::size_t core = 1; core < std::min(cores, count / kAtATime + 1); ++core) {
        others.emplace_back(work);
    }
    work();
}

}  // namespace ventanilla::cli
