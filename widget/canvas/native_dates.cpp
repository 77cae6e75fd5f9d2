#include "widget/canvas/native_dates.h"

#include <unicode/udat.h>
#include <unicode/ustring.h>

#include <array>
#include <charconv>
#include <optional>

#include "core/base/date.h"

namespace ventanilla::canvas {
namespace {

std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t length) {
    int number = 0;
    if (text.size() < at + length) {
        return std::nullopt;
    }
    const char* end = text.data() + at + length;
    const auto [last, fault] = std::from_chars(text.data() + at, end, number);
    return fault == std::errc() && last == end ? std::optional(number) : std::nullopt;
}

// Days since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
int days_since_epoch(int year, int month, int day) {
    year -= month <= 2 ? 1 : 0;
    const int era = year / 400;
    const int year_of_era = year - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

// Milliseconds since 1970, for what is written in UTC.
std::optional<UDate> moment_of(std::string_view value) {
    if (!base::is_calendar_date(value.substr(0, 10))) {
        return std::nullopt;
    }
    const int days =
        days_since_epoch(*number_at(value, 0, 4), *number_at(value, 5, 2), *number_at(value, 8, 2));
    double seconds = days * 86400.0;
    if (value.size() > 10) {
        const auto hour = number_at(value, 11, 2);
        const auto minute = number_at(value, 14, 2);
        if (value[10] != 'T' || !hour || !minute || value.back() != 'Z') {
            return std::nullopt;
        }
        seconds += *hour * 3600.0 + *minute * 60.0;
    }
    return seconds * 1000;
}

}  // namespace

std::string native_date(std::string_view value, std::string_view language) {
    const auto moment = moment_of(value);
    if (!moment) {
        return std::string(value);
    }
    const bool has_time = value.size() > 10;
    const std::string locale(language);
    constexpr std::array<UChar, 4> kUtc = {'U', 'T', 'C', 0};
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat* format = udat_open(has_time ? UDAT_SHORT : UDAT_NONE, UDAT_LONG, locale.c_str(),
                                    has_time ? nullptr : kUtc.data(), -1, nullptr, 0, &status);
    std::array<UChar, 128> written = {};
    const int length =
        udat_format(format, *moment, written.data(), written.size(), nullptr, &status);
    std::array<char, 512> bytes = {};
    int size = 0;
    u_strToUTF8(bytes.data(), bytes.size(), &size, written.data(), length, &status);
    if (format != nullptr) {
        udat_close(format);
    }
    return U_SUCCESS(status) ? std::string(bytes.data(), static_cast<std::size_t>(size))
                             : std::string(value);
}

}  // namespace ventanilla::canvas
