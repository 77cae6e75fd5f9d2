#include "core/site/opening.h"

#include <algorithm>

#include "core/base/date.h"

namespace ventanilla::site {
namespace {

// From 1 March of the year 0.
constexpr int kDaysTo1970 = 719'468;

int number_at(std::string_view text, std::size_t at, std::size_t size) {
    int number = 0;
    for (const char c : text.substr(at, size)) {
        if (c < '0' || c > '9') {
            return -1;
        }
        number = number * 10 + (c - '0');
    }
    return number;
}

// How many midnights lie between.
Minutes days_between(Minutes from, Minutes to) {
    return to / kMinutesADay - from / kMinutesADay;
}

Opening open_until(std::size_t span, Minutes end, Minutes now) {
    if (end - now <= kMinutesADay) {
        return {Saying::kUntil, span};
    }
    // What ends at midnight ends on the day before.
    return {days_between(now, end - 1) < 7 ? Saying::kUntilDay : Saying::kAlways, span};
}

Opening closed_until(std::size_t span, Minutes start, Minutes now) {
    const Minutes days = days_between(now, start);
    if (days > 6) {
        return {};
    }
    return {days == 0 ? Saying::kToday : days == 1 ? Saying::kTomorrow : Saying::kOnDay, span};
}

}  // namespace

std::optional<Minutes> minutes_of_day(std::string_view clock) {
    if (clock.size() != 5 || clock[2] != ':') {
        return std::nullopt;
    }
    const int hours = number_at(clock, 0, 2);
    const int minutes = number_at(clock, 3, 2);
    if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > kMinutesADay) {
        return std::nullopt;
    }
    return hours * 60 + minutes;
}

std::optional<Minutes> minutes_of(std::string_view text) {
    if (!base::is_calendar_date(text.substr(0, 10))) {
        return std::nullopt;
    }
    // Years that begin in March have their odd day at the end.
    int year = number_at(text, 0, 4);
    int month = number_at(text, 5, 2) - 3;
    if (month < 0) {
        month += 12;
        --year;
    }
    const int day = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 +
                    number_at(text, 8, 2) - 1 - kDaysTo1970;
    std::optional<Minutes> minutes = 0;
    if (text.size() > 10) {
        minutes = text[10] == 'T' ? minutes_of_day(text.substr(11, 5)) : std::nullopt;
    }
    return minutes ? std::optional(day * kMinutesADay + *minutes) : std::nullopt;
}

Opening opening_at(const Hours& hours, Minutes now) {
    const Minutes monday = now - minute_of_week(now);
    Minutes until = now;
    std::size_t last = 0;
    // From the week before, of which a span may reach into this one.
    for (int week = -1; week < 3; ++week) {
        for (std::size_t i = 0; i + 1 < hours.week.size(); i += 2) {
            const Minutes start = monday + week * kMinutesAWeek + hours.week[i];
            const Minutes day = start - start % kMinutesADay;
            if (std::ranges::find(hours.holidays, day) != hours.holidays.end()) {
                continue;
            }
            if (start > until) {
                return until > now ? open_until(last, until, now) : closed_until(i / 2, start, now);
            }
            if (start + hours.week[i + 1] > until) {
                until = start + hours.week[i + 1];
                last = i / 2;
            }
        }
    }
    return until > now ? open_until(last, until, now) : Opening{};
}

}  // namespace ventanilla::site
