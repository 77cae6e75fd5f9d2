#include "server/time/timestamps.h"

#include <array>
#include <charconv>

#include "core/base/date.h"

namespace ventanilla::server {
namespace {

struct Parts {
    std::chrono::year_month_day date;
    std::chrono::weekday weekday;
    std::chrono::hh_mm_ss<std::chrono::milliseconds> clock;
};

Parts parts_of(Timestamp time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    return {std::chrono::year_month_day(day), std::chrono::weekday(day),
            std::chrono::hh_mm_ss<std::chrono::milliseconds>(time - day)};
}

std::string digits(long long number, std::size_t width) {
    std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::string clock_text(const Parts& parts) {
    return digits(parts.clock.hours().count(), 2) + ":" + digits(parts.clock.minutes().count(), 2) +
           ":" + digits(parts.clock.seconds().count(), 2);
}

std::string english_date(Timestamp time) {
    static constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed",
                                                         "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> kMonths = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Parts parts = parts_of(time);
    return std::string(kDays.at(parts.weekday.c_encoding())) + ", " +
           digits(unsigned{parts.date.day()}, 2) + " " +
           kMonths.at(unsigned{parts.date.month()} - 1) + " " + digits(int{parts.date.year()}, 4) +
           " " + clock_text(parts);
}

}  // namespace

Timestamp now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string rfc3339(Timestamp time) {
    const Parts parts = parts_of(time);
    return digits(int{parts.date.year()}, 4) + "-" + digits(unsigned{parts.date.month()}, 2) + "-" +
           digits(unsigned{parts.date.day()}, 2) + "T" + clock_text(parts) + "." +
           digits(parts.clock.subseconds().count(), 3) + "Z";
}

std::optional<std::chrono::sys_days> day_from(std::string_view date) {
    if (!base::is_calendar_date(date)) {
        return std::nullopt;
    }
    const auto number = [date](std::size_t at, std::size_t size) {
        int value = 0;
        std::from_chars(date.data() + at, date.data() + at + size, value);
        return value;
    };
    return std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2);
}

std::string http_date(Timestamp time) {
    return english_date(time) + " GMT";
}

std::string mail_date(Timestamp time) {
    return english_date(time) + " +0000";
}

}  // namespace ventanilla::server
