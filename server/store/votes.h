// server/store/votes.h
//
// What readers said of articles when they were asked whether they helped: how often, and nothing of who
// said it, nor more of when than the day.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace ventanilla::store {

using Day = std::chrono::sys_days;  // UTC

struct VoteCounts {
    std::int64_t yes = 0;
    std::int64_t no = 0;
    // Why it was a "no", of those who said: no votes of their own.
    std::int64_t unanswered = 0;  // it does not answer the question
    std::int64_t unclear = 0;     // it is hard to understand
    std::int64_t wrong = 0;       // it was tried and does not work

    friend bool operator==(const VoteCounts&, const VoteCounts&) = default;
};

struct ArticleVotes {
    std::string article;   // its id
    std::string language;  // that it was read in
    VoteCounts counts;

    friend bool operator==(const ArticleVotes&, const ArticleVotes&) = default;
};

}  // namespace ventanilla::store
