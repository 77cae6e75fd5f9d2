// core/site/timetable.h
//
// What hours say at each moment, in one language. Publishers work it out (cli/publish/opening_hours.h); who shows it
// looks it up.
//
//   said_at(timetable, now)   "Cerrado ahora; abre mañana a las 9:00"
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/site/opening.h"

namespace ventanilla::site {

struct Timetable {
    // Pairs in order of time: a moment, and the number of the text that is said from then on.
    std::vector<Minutes> week;  // since Monday began
    std::vector<Minutes>
        around;  // holidays, since 1970 began; kAsInTheWeek stands where nothing differs any longer
    std::vector<std::string> texts;

    static constexpr Minutes kAsInTheWeek = -1;
};

// `now`: by the clocks where the site's team is; 1970 has begun. Empty where the timetable says nothing.
std::string_view said_at(const Timetable& timetable, Minutes now);

}  // namespace ventanilla::site
