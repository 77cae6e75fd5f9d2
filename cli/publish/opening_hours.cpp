#include "cli/publish/opening_hours.h"

#include <algorithm>
#include <set>

namespace ventanilla::publish {
namespace {

using site::kMinutesADay;
using site::kMinutesAWeek;
using site::Minutes;
using site::Saying;
using text::Messages;

// "18:30"; in English "6:30 pm", and "6 pm" at the full hour.
std::string clock_text(std::string_view language, Minutes hour, Minutes minute) {
    const std::string minutes = (minute < 10 ? ":0" : ":") + std::to_string(minute);
    if (language.substr(0, language.find('-')) != "en") {
        return std::to_string(hour) + minutes;
    }
    return std::to_string(hour % 12 == 0 ? 12 : hour % 12) + (minute == 0 ? "" : minutes) +
           (hour % 24 < 12 ? " am" : " pm");
}

// As it stands in a sentence: "las 18:00", "la 1:00".
std::string time_text(std::string_view language, const Messages& messages, Minutes time) {
    const Minutes hour = time / 60;
    return messages.fill(hour == 1 ? "hours.time.first" : "hours.time",
                         {{"time", clock_text(language, hour, time % 60)}});
}

std::string day_text(const Messages& messages, Minutes time) {
    const Minutes day = time % kMinutesAWeek / kMinutesADay;
    return messages.text("hours.day." + std::to_string(day + 1));
}

// What ends at midnight ends on the day that is over.
std::string end_text(std::string_view language, const Messages& messages, Minutes end) {
    return end % kMinutesADay == 0 ? messages.text("hours.midnight")
                                   : time_text(language, messages, end % kMinutesADay);
}

// Of a day: what hours come to changes at no other times. What is open for a day yet ends at the same time tomorrow.
std::set<Minutes> times_of_change(const site::Hours& hours) {
    std::set<Minutes> times = {0};
    for (std::size_t i = 0; i < hours.week.size(); i += 2) {
        times.insert(hours.week[i] % kMinutesADay);
        times.insert((hours.week[i] + hours.week[i + 1]) % kMinutesADay);
    }
    return times;
}

// The days on which a holiday may be heard of: what opens is said for six days ahead, and what is open may end a day late.
std::set<Minutes> days_around(const std::vector<Minutes>& holidays) {
    std::set<Minutes> days;
    for (const Minutes holiday : holidays) {
        for (Minutes day = holiday - 7 * kMinutesADay; day <= holiday + 2 * kMinutesADay;
             day += kMinutesADay) {
            days.insert(std::max<Minutes>(day, 0));
        }
    }
    return days;
}

class TimetableMaker {
public:
    TimetableMaker(const site::Hours& hours, std::string_view language, const Messages& messages)
        : hours_(hours), language_(language), messages_(messages), times_(times_of_change(hours)) {}

    site::Timetable make() {
        const site::Hours every_week{.week = hours_.week, .holidays = {}};
        // Of any week.
        const Minutes monday = 10 * kMinutesAWeek - site::minute_of_week(0);
        for (Minutes day = 0; day < kMinutesAWeek; day += kMinutesADay) {
            for (const Minutes time : times_) {
                add(made_.week, day + time, said(every_week, monday + day + time));
            }
        }
        Minutes last = 0;
        for (const Minutes day : days_around(hours_.holidays)) {
            if (day != last) {
                add(made_.around, last, site::Timetable::kAsInTheWeek);
            }
            for (const Minutes time : times_) {
                const Minutes text = said(hours_, day + time);
                const bool differs = text != said(every_week, day + time);
                add(made_.around, day + time, differs ? text : site::Timetable::kAsInTheWeek);
            }
            last = day + kMinutesADay;
        }
        add(made_.around, last, site::Timetable::kAsInTheWeek);
        return std::move(made_);
    }

private:
    Minutes said(const site::Hours& hours, Minutes now) {
        const std::string text =
            sentence_of(hours, site::opening_at(hours, now), language_, messages_);
        const auto found = std::ranges::find(made_.texts, text);
        const auto place = found - made_.texts.begin();
        if (found == made_.texts.end()) {
            made_.texts.push_back(text);
        }
        return place;
    }

    // Of what goes on as it was, nothing is said again.
    static void add(std::vector<Minutes>& pairs, Minutes now, Minutes text) {
        const Minutes before = pairs.empty() ? site::Timetable::kAsInTheWeek : pairs.back();
        if (before != text) {
            pairs.insert(pairs.end(), {now, text});
        }
    }

    const site::Hours& hours_;
    std::string_view language_;
    const Messages& messages_;
    std::set<Minutes> times_;
    site::Timetable made_;
};

}  // namespace

std::string sentence_of(const site::Hours& hours, const site::Opening& opening,
                        std::string_view language, const Messages& messages) {
    if (opening.saying == Saying::kClosed) {
        return messages.text("hours.closed");
    }
    if (opening.saying == Saying::kAlways) {
        return messages.text("hours.always");
    }
    const Minutes from = hours.week[2 * opening.span];
    const Minutes end = from + hours.week[2 * opening.span + 1];
    const std::string closes = end_text(language, messages, end);
    const std::string opens = time_text(language, messages, from % kMinutesADay);
    switch (opening.saying) {
    case Saying::kUntil:
        return messages.fill("hours.open", {{"time", closes}});
    case Saying::kUntilDay:
        return messages.fill("hours.open.day",
                             {{"day", day_text(messages, end - 1)}, {"time", closes}});
    case Saying::kToday:
        return messages.fill("hours.closed.today", {{"time", opens}});
    case Saying::kTomorrow:
        return messages.fill("hours.closed.tomorrow", {{"time", opens}});
    default:
        return messages.fill("hours.closed.day",
                             {{"day", day_text(messages, from)}, {"time", opens}});
    }
}

site::Timetable timetable_of(const site::Hours& hours, std::string_view language,
                             const Messages& messages) {
    return TimetableMaker(hours, language, messages).make();
}

}  // namespace ventanilla::publish
