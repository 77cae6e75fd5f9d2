#include "cli/publish/opening_hours.h"

#include <string>

namespace ventanilla::publish {
namespace {

using site::Minutes;
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
    const Minutes day = time % site::kMinutesAWeek / site::kMinutesADay;
    return messages.text("hours.day." + std::to_string(day + 1));
}

// What ends at midnight ends on the day that is over.
std::string end_text(std::string_view language, const Messages& messages, Minutes end) {
    return end % site::kMinutesADay == 0 ? messages.text("hours.midnight")
                                         : time_text(language, messages, end % site::kMinutesADay);
}

}  // namespace

site::Hours worded(site::Hours hours, std::string_view language, const Messages& messages) {
    hours.says = {messages.text("hours.closed"), messages.text("hours.always")};
    for (std::size_t i = 0; i < hours.week.size(); i += 2) {
        const Minutes from = hours.week[i];
        const Minutes end = from + hours.week[i + 1];
        const std::string closes = end_text(language, messages, end);
        const std::string last_day = day_text(messages, end - 1);
        const std::string opens = time_text(language, messages, from % site::kMinutesADay);
        const std::string day = day_text(messages, from);
        hours.says.push_back(messages.fill("hours.open", {{"time", closes}}));
        hours.says.push_back(
            messages.fill("hours.open.day", {{"day", last_day}, {"time", closes}}));
        hours.says.push_back(messages.fill("hours.closed.today", {{"time", opens}}));
        hours.says.push_back(messages.fill("hours.closed.tomorrow", {{"time", opens}}));
        hours.says.push_back(messages.fill("hours.closed.day", {{"day", day}, {"time", opens}}));
    }
    return hours;
}

}  // namespace ventanilla::publish
