#include "core/site/timetable.h"

#include <catch2/catch_test_macros.hpp>

using namespace ventanilla::site;

namespace {

// Open on Mondays from 9 to 18; from Christmas Eve to the day after Christmas there is something else to say.
const Timetable kTimetable = {
    .week = {0, 0, 540, 1, 1080, 0},
    .around = {*minutes_of("2026-12-24"), 2, *minutes_of("2026-12-26"), Timetable::kAsInTheWeek},
    .texts = {"closed", "open", "holiday"}};

std::string_view said(std::string_view now) {
    return said_at(kTimetable, minutes_of(now).value());
}

}  // namespace

// 23 November 2026 is a Monday.

TEST_CASE("a timetable says what it says in every week") {
    CHECK(said("2026-11-23T08:59") == "closed");
    CHECK(said("2026-11-23T09:00") == "open");
    CHECK(said("2026-11-23T18:00") == "closed");
    CHECK(said("2026-11-22T23:59") == "closed");
}

TEST_CASE("around a holiday it says something else, and then what it says in every week") {
    CHECK(said("2026-12-23T23:59") == "closed");
    CHECK(said("2026-12-24T00:00") == "holiday");
    CHECK(said("2026-12-25T23:59") == "holiday");
    CHECK(said("2026-12-28T09:00") == "open");
}

TEST_CASE("a timetable that is none says nothing") {
    CHECK(said_at({}, 7).empty());
    CHECK(said_at({.week = {0}, .around = {0}, .texts = {"x"}}, 7).empty());
    CHECK(said_at({.week = {0, 1}, .around = {}, .texts = {"x"}}, 7).empty());
    CHECK(said_at({.week = {0, -7}, .around = {}, .texts = {"x"}}, 7).empty());
}
