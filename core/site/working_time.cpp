#include <algorithm>

#include "core/site/routing.h"

namespace ventanilla::site {
namespace {

constexpr int kWeeks = 521;  // ten years

Minutes day_of(Minutes moment) {
    return moment - moment % kMinutesADay;
}

// Calls visit(start, end) for each span that is not over at `now`, in order of time, until it answers false.
template <typename Visit>
void for_each_span(const Hours& hours, Minutes now, Visit&& visit) {
    const Minutes monday = now - minute_of_week(now);
    // From the week before, of which a span may reach into this one.
    for (int week = -1; week < kWeeks; ++week) {
        for (std::size_t i = 0; i + 1 < hours.week.size(); i += 2) {
            const Minutes start = monday + week * kMinutesAWeek + hours.week[i];
            const Minutes end = start + hours.week[i + 1];
            const bool is_holiday =
                std::ranges::find(hours.holidays, day_of(start)) != hours.holidays.end();
            if (!is_holiday && end > now && !visit(start, end)) {
                return;
            }
        }
    }
}

std::optional<Minutes> after_work(const Hours& hours, Minutes now, Minutes work) {
    std::optional<Minutes> due;
    for_each_span(hours, now, [&](Minutes start, Minutes end) {
        const Minutes from = std::max(start, now);
        if (end - from >= work) {
            due = from + work;
            return false;
        }
        work -= end - from;
        return true;
    });
    return due;
}

std::optional<Minutes> after_days(const Hours& hours, Minutes now, int days) {
    std::optional<Minutes> due;
    std::optional<Minutes> day;
    for_each_span(hours, now, [&](Minutes start, Minutes end) {
        if (day && *day != day_of(start) && --days < 0) {
            return false;
        }
        day = day_of(start);
        due = end;
        return true;
    });
    return days < 0 ? due : std::nullopt;
}

}  // namespace

std::optional<Minutes> due_after(const Hours& hours, Minutes now, const Promise& promise) {
    return promise.work > 0 ? after_work(hours, now, promise.work)
                            : after_days(hours, now, promise.days);
}

}  // namespace ventanilla::site
