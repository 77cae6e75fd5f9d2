#include "core/site/opening.h"

#include <catch2/catch_test_macros.hpp>

using namespace ventanilla::site;

namespace {

constexpr Minutes kHour = 60;

void add(Hours& hours, Minutes day, Minutes from, Minutes to) {
    hours.week.push_back(day * kMinutesADay + from);
    hours.week.push_back(to - from + (to < from ? kMinutesADay : 0));
}

// On each of these days, Monday being 0.
Hours on(std::initializer_list<Minutes> days, Minutes from, Minutes to) {
    Hours hours;
    for (const Minutes day : days) {
        add(hours, day, from, to);
    }
    return hours;
}

Minutes at(std::string_view text) {
    const auto minutes = minutes_of(text);
    REQUIRE(minutes.has_value());
    return *minutes;
}

// With the day of the span that it is said of.
std::string said(const Hours& hours, std::string_view now) {
    const Opening opening = opening_at(hours, at(now));
    const Minutes day =
        opening.saying <= Saying::kAlways ? 0 : hours.week[2 * opening.span] / kMinutesADay;
    switch (opening.saying) {
    case Saying::kClosed:
        return "closed";
    case Saying::kAlways:
        return "always";
    case Saying::kUntil:
        return "until " + std::to_string(day);
    case Saying::kUntilDay:
        return "until day " + std::to_string(day);
    case Saying::kToday:
        return "today " + std::to_string(day);
    case Saying::kTomorrow:
        return "tomorrow " + std::to_string(day);
    case Saying::kOnDay:
        return "on day " + std::to_string(day);
    }
    return {};
}

const Hours kOffice = on({0, 1, 2, 3, 4}, 9 * kHour, 18 * kHour);

}  // namespace

// 23 November 2026 is a Monday.

TEST_CASE("times are read, and what is none is not") {
    CHECK(minutes_of_day("00:00") == 0);
    CHECK(minutes_of_day("09:30") == 570);
    CHECK(minutes_of_day("24:00") == kMinutesADay);
    for (const char* none : {"", "9:30", "24:01", "12:60", "-1:00", "12-00", "12:0x", "12:000"}) {
        CHECK(!minutes_of_day(none));
    }
    CHECK(at("2026-11-22T23:59:31Z") == at("2026-11-22T23:59"));
    CHECK(at("2026-11-23") - at("2026-11-22T23:59") == 1);
    CHECK(at("2028-03-01") - at("2028-02-28") == 2 * kMinutesADay);
    CHECK(at("2027-03-01") - at("2027-02-28") == kMinutesADay);
    CHECK(at("2027-01-01") - at("2026-01-01") == 365 * kMinutesADay);
    CHECK(at("1970-01-02") == kMinutesADay);
    for (const char* none : {"", "2026", "2026-02-29", "2026-11-22 23:59", "2026-11-22T",
                             "2026-11-22T25:00", "0000-01-01"}) {
        CHECK(!minutes_of(none));
    }
}

TEST_CASE("an office is open in its hours, and says until when") {
    CHECK(said(kOffice, "2026-11-23T09:00") == "until 0");
    CHECK(said(kOffice, "2026-11-23T17:59") == "until 0");
    CHECK(said(kOffice, "2026-11-27T12:00") == "until 4");
}

TEST_CASE("an office that is closed says when it opens: today, tomorrow or on which day") {
    CHECK(said(kOffice, "2026-11-23T08:59") == "today 0");
    CHECK(said(kOffice, "2026-11-23T18:00") == "tomorrow 1");
    CHECK(said(kOffice, "2026-11-27T18:00") == "on day 0");
    CHECK(said(kOffice, "2026-11-28T12:00") == "on day 0");
    CHECK(said(kOffice, "2026-11-29T00:00") == "tomorrow 0");
    CHECK(said(kOffice, "2026-11-29T23:59") == "tomorrow 0");
    CHECK(said(kOffice, "2026-11-30T00:00") == "today 0");
}

TEST_CASE("a day may have several spans") {
    Hours hours = on({0}, 9 * kHour, 14 * kHour);
    add(hours, 0, 16 * kHour, 19 * kHour);
    CHECK(said(hours, "2026-11-23T13:59") == "until 0");
    CHECK(opening_at(hours, at("2026-11-23T13:59")).span == 0);
    CHECK(said(hours, "2026-11-23T14:00") == "today 0");
    CHECK(opening_at(hours, at("2026-11-23T14:00")).span == 1);
    CHECK(said(hours, "2026-11-23T19:00") == "closed");
    CHECK(said(hours, "2026-11-24T00:00") == "on day 0");
}

TEST_CASE("a span may go on over midnight, and over the end of the week") {
    const Hours hours = on({4, 6}, 22 * kHour, 2 * kHour);
    CHECK(said(hours, "2026-11-27T23:00") == "until 4");
    CHECK(said(hours, "2026-11-28T01:59") == "until 4");
    CHECK(said(hours, "2026-11-28T02:00") == "tomorrow 6");
    CHECK(said(hours, "2026-11-30T01:59") == "until 6");
    CHECK(said(hours, "2026-11-30T02:00") == "on day 4");
}

TEST_CASE("what touches or overlaps is one span") {
    Hours hours = on({0}, 9 * kHour, 14 * kHour);
    add(hours, 0, 12 * kHour, 16 * kHour);
    add(hours, 0, 16 * kHour, 19 * kHour);
    add(hours, 0, 17 * kHour, 18 * kHour);
    CHECK(opening_at(hours, at("2026-11-23T09:00")).span == 2);
    CHECK(said(hours, "2026-11-23T18:59") == "until 0");
    CHECK(said(hours, "2026-11-23T19:00") == "closed");
}

TEST_CASE("whole days that follow each other say on which day they end") {
    const Hours hours = on({0, 1, 2, 3, 4}, 0, kMinutesADay);
    CHECK(said(hours, "2026-11-23T00:00") == "until day 4");
    CHECK(said(hours, "2026-11-27T00:00") == "until 4");
    CHECK(said(hours, "2026-11-28T00:00") == "on day 0");
}

TEST_CASE("open on all days and all day is open round the clock, but for a holiday") {
    Hours hours = on({0, 1, 2, 3, 4, 5, 6}, 0, kMinutesADay);
    CHECK(said(hours, "2026-11-23T12:00") == "always");
    CHECK(said(hours, "2026-11-29T23:59") == "always");
    hours.holidays = {at("2026-11-26")};
    CHECK(said(hours, "2026-11-23T12:00") == "until day 2");
    CHECK(said(hours, "2026-11-25T12:00") == "until 2");
    CHECK(said(hours, "2026-11-26T12:00") == "tomorrow 4");
}

TEST_CASE("on a holiday nothing opens, and what began before it goes on") {
    Hours hours = on({4, 5}, 22 * kHour, 2 * kHour);
    hours.holidays = {at("2026-11-28")};
    CHECK(said(hours, "2026-11-28T01:00") == "until 4");
    CHECK(said(hours, "2026-11-28T22:00") == "on day 4");
    Hours office = kOffice;
    office.holidays = {at("2026-11-24"), at("2026-11-25")};
    CHECK(said(office, "2026-11-23T18:00") == "on day 3");
}

TEST_CASE("who opens in more than six days is closed, and says no more") {
    Hours office = kOffice;
    for (const char* day : {"2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"}) {
        office.holidays.push_back(at(day));
    }
    CHECK(said(office, "2026-11-23T12:00") == "closed");
    CHECK(said(office, "2026-11-24T12:00") == "on day 0");
    const Hours monday = on({0}, 9 * kHour, 10 * kHour);
    CHECK(said(monday, "2026-11-23T10:00") == "closed");
}

TEST_CASE("a week without an opening is closed") {
    CHECK(said(on({}, 0, 0), "2026-11-23T12:00") == "closed");
}

TEST_CASE("no moment and no hours are too much") {
    Hours hours = on({3, 0}, 9 * kHour, 18 * kHour);  // in no order
    hours.holidays = {-1, 0};
    for (const char* moment : {"1970-01-01T00:00", "9999-12-31T24:00"}) {
        CHECK(!said(hours, moment).empty());
    }
}
