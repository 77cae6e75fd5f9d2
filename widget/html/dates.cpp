#include "widget/html/dates.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace ventanilla::html {
namespace {

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value)
                                                                        : std::nullopt;
}

}  // namespace

std::string long_date(const text::Messages& messages, const std::string& iso) {
    constexpr std::size_t kDay = 10;     // "2026-11-03"
    constexpr std::size_t kMinute = 16;  // "2026-11-03T10:15"
    const bool has_time = iso.size() > kMinute && iso[kDay] == 'T' && iso.ends_with('Z');
    if (iso.size() != kDay && !has_time) {
        return iso;
    }
    const auto month = number(iso.substr(5, 2));
    const auto day = number(iso.substr(8, 2));
    if (!month || !day || *month < 1 || *month > 12) {
        return iso;
    }
    const std::string name = messages.text("portal.month." + std::to_string(*month));
    std::string date =
        messages.fill("portal.date",
                      {{"day", std::to_string(*day)}, {"month", name}, {"year", iso.substr(0, 4)}});
    return has_time ? messages.fill("portal.date_time",
                                    {{"date", date}, {"time", iso.substr(kDay + 1, 5)}})
                    : date;
}

}  // namespace ventanilla::html
