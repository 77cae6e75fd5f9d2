// core/site/opening.h
//
// When somebody answers: the spans of a week, the days on which nobody does, and what they come to at a moment.
//
//   opening_at(hours, *minutes_of("2026-11-22T23:59"))   closed; the first span opens tomorrow
//
// All of it is wall time where the site's team is; who knows zones tells it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ventanilla::site {

using Minutes = std::int64_t;  // since the beginning of 1970, in a calendar without zones

inline constexpr Minutes kMinutesADay = 24 * 60;
inline constexpr Minutes kMinutesAWeek = 7 * kMinutesADay;
inline constexpr Minutes kLatest = 4'000'000 * kMinutesADay;  // beyond all calendars

// 1970 begins on a Thursday.
constexpr Minutes minute_of_week(Minutes now) {
    return (now + 3 * kMinutesADay) % kMinutesAWeek;
}

// Of "09:00", up to "24:00".
std::optional<Minutes> minutes_of_day(std::string_view clock);
// Of "2026-11-22T23:59", whatever follows it, and of the beginning of "2026-11-22".
std::optional<Minutes> minutes_of(std::string_view text);

struct Hours {
    // Of each span its beginning, since Monday's, and its length, a day at most. In the order of the week; what overlaps or
    // touches is one.
    std::vector<Minutes> week;
    std::vector<Minutes> holidays;  // their beginnings: no span begins on them
};

// What hours come to. The last five are of a span: how long it is open yet, or when it opens.
enum class Saying { kClosed, kAlways, kUntil, kUntilDay, kToday, kTomorrow, kOnDay };

// `span` is its number; kClosed is of the week to come, and kAlways of all of it.
struct Opening {
    Saying saying = Saying::kClosed;
    std::size_t span = 0;
};
// Precondition: 1970 has begun.
Opening opening_at(const Hours& hours, Minutes now);

}  // namespace ventanilla::site
