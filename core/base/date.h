// core/base/date.h
//
// Calendar dates as text: ISO 8601's YYYY-MM-DD in the proleptic Gregorian calendar.
#pragma once

#include <string_view>

namespace ventanilla::base {

// True for a day that exists ("2028-02-29" does, "2027-02-29" does not), years 1 to 9999.
inline bool is_calendar_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    int numbers[3] = {0, 0, 0};
    int part = 0;
    for (const char c : text) {
        if (c == '-') {
            ++part;
        } else if (c < '0' || c > '9') {
            return false;
        }
        if (part > 2) {
            return false;
        }
        if (c != '-') {
            numbers[part] = numbers[part] * 10 + (c - '0');
        }
    }
    const auto [year, month, day] = numbers;
    if (year < 1 || month < 1 || month > 12 || day < 1) {
        return false;
    }
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

}  // namespace ventanilla::base
