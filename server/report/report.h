// server/report/report.h
//
// How requests of a time were answered: by queue and language, and in all. Times are by the calendar, nights included.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "server/store/ticket.h"

namespace ventanilla::report {

// Of durations the one in the middle, and the one that nine in ten do not exceed (nearest rank); nothing of none.
struct Spread {
    std::optional<std::chrono::seconds> median;
    std::optional<std::chrono::seconds> ninety;
};

struct Line {
    std::string queue;     // may be empty
    std::string language;  // empty: of all
    int received = 0;
    int answered = 0;     // by the team
    int over = 0;         // solved or closed
    int promised = 0;     // have a due date
    int overdue = 0;      // of those: answered later, or not yet and it has passed
    int good = 0;         // customers who say that they were helped
    int bad = 0;          // and those who say that they were not
    Spread first_answer;  // from its receipt
    Spread resolution;    // until it was solved or closed last, of those that are
};

// In order of queue and language; the last line is of all. `now`: by which what is not answered is overdue.
std::vector<Line> make_report(const std::vector<store::Course>& courses, store::Time now);

}  // namespace ventanilla::report
