#include "cli/side_by_side.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <vector>

TEST_CASE("every round of a loop is run once, however many there are") {
    for (const std::size_t count : {0U, 1U, 2U, 15U, 16U, 17U, 1000U}) {
        std::vector<std::atomic<int>> runs(count);
        ventanilla::cli::side_by_side(count, [&](std::size_t round) { ++runs[round]; });
        for (const std::atomic<int>& run : runs) {
            REQUIRE(run == 1);
        }
    }
}
