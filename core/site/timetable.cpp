#include "core/site/timetable.h"

namespace ventanilla::site {
namespace {

Minutes last_of(const std::vector<Minutes>& pairs, Minutes now) {
    Minutes last = Timetable::kAsInTheWeek;
    for (std::size_t i = 0; i + 1 < pairs.size() && pairs[i] <= now; i += 2) {
        last = pairs[i + 1];
    }
    return last;
}

}  // namespace

std::string_view said_at(const Timetable& timetable, Minutes now) {
    Minutes text = last_of(timetable.around, now);
    if (text == Timetable::kAsInTheWeek) {
        text = last_of(timetable.week, minute_of_week(now));
    }
    const auto place = static_cast<std::size_t>(text);
    return place < timetable.texts.size() ? timetable.texts[place] : std::string_view();
}

}  // namespace ventanilla::site
