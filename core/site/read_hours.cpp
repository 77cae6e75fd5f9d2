#include "core/site/read_hours.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/base/problem.h"
#include "core/site/formats.h"
#include "core/site/read_texts.h"

namespace ventanilla::site {
namespace {

using base::ObjectReader;

constexpr std::size_t kMaxSpans = 50;
constexpr std::size_t kMaxHolidays = 200;
constexpr std::string_view kRule = "site-hours";
constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

class HoursReader {
public:
    HoursReader(ObjectReader reader, base::JsonFindings& findings)
        : reader_(std::move(reader)), findings_(findings) {}

    Hours read() {
        const auto weekly = reader_.array("weekly");
        if (weekly.size() > kMaxSpans) {
            reader_.report("weekly", "json-value",
                           "A week has at most " + std::to_string(kMaxSpans) + " spans.");
            return {};
        }
        for (std::size_t i = 0; i < weekly.size(); ++i) {
            read_span(reader_.element("weekly", i));
        }
        std::ranges::sort(spans_);
        for (const auto& [from, length] : spans_) {
            hours_.week.push_back(from);
            hours_.week.push_back(length);
        }
        read_holidays();
        reader_.refuse_others();
        return std::move(hours_);
    }

private:
    std::optional<Minutes> read_clock(ObjectReader& reader, std::string_view key) {
        const std::string text = reader.text(key);
        const auto clock = minutes_of_day(text);
        if (!clock && !text.empty()) {
            reader.report(key, kRule, "A time is written as \"09:00\", from 00:00 to 24:00.");
        }
        return clock;
    }

    void read_span(ObjectReader reader) {
        const auto days = read_texts(reader, "days", kDays.size(), findings_);
        const auto from = read_clock(reader, "from");
        const auto to = read_clock(reader, "to");
        if (days.empty()) {
            reader.report("days", kRule, "Name at least one day, such as \"mon\".");
        }
        if (from && to && (*from == *to || *from == kMinutesADay)) {
            reader.report("to", kRule, "The span has no length; all day is from 00:00 to 24:00.");
        }
        for (std::size_t i = 0; i < days.size(); ++i) {
            const auto day = std::ranges::find(kDays, days[i]);
            if (day == kDays.end()) {
                findings_.push_back({reader.pointer_to("days") + "/" + std::to_string(i),
                                     std::string(kRule),
                                     "The days are mon, tue, wed, thu, fri, sat and sun."});
            } else if (from && to) {
                // What ends before it begins ends on the next day.
                spans_.emplace_back((day - kDays.begin()) * kMinutesADay + *from,
                                    *to - *from + (*to < *from ? kMinutesADay : 0));
            }
        }
        reader.refuse_others();
    }

    void read_holidays() {
        const auto holidays = read_texts(reader_, "holidays", kMaxHolidays, findings_);
        for (std::size_t i = 0; i < holidays.size(); ++i) {
            const auto day = minutes_of(holidays[i]);
            if (day && holidays[i].size() == std::string_view("2026-12-25").size()) {
                hours_.holidays.push_back(*day);
            } else {
                findings_.push_back({reader_.pointer_to("holidays") + "/" + std::to_string(i),
                                     std::string(kRule),
                                     "A holiday is a day such as \"2026-12-25\"."});
            }
        }
    }

    ObjectReader reader_;
    base::JsonFindings& findings_;
    std::vector<std::pair<Minutes, Minutes>> spans_;
    Hours hours_;
};

}  // namespace

void read_hours(ObjectReader& reader, Site& site, base::JsonFindings& findings) {
    site.time_zone = reader.optional_text("time_zone");
    if (!site.time_zone.empty() && !is_time_zone(site.time_zone)) {
        reader.report("time_zone", "site-time-zone",
                      "The time zone is a name of the IANA's, such as \"Europe/Madrid\".");
    }
    auto all = reader.optional_child("hours");
    if (!all) {
        return;
    }
    if (!reader.has("time_zone")) {
        reader.report("hours", "site-time-zone",
                      "Hours need to know where: add \"time_zone\", such as \"Europe/Madrid\".");
    }
    for (const auto& [name, value] : reader.object("hours")) {
        if (auto one = all->child(name)) {
            site.hours[name] = HoursReader(std::move(*one), findings).read();
        }
    }
}

}  // namespace ventanilla::site
