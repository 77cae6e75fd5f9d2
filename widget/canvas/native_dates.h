// widget/canvas/native_dates.h
//
// Dates as people write them, by ICU, for native platforms.
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::canvas {

// "2026-11-21" gives "21 de noviembre de 2026" for "es": a bare date is the same day everywhere. A time
// ("2026-11-21T10:00:00Z") is given as it is where the program runs. Anything else is given back as it is.
std::string native_date(std::string_view value, std::string_view language);

}  // namespace ventanilla::canvas
