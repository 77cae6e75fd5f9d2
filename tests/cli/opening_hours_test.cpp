#include "cli/publish/opening_hours.h"

#include <catch2/catch_test_macros.hpp>

#include "cli/share_folder.h"

using namespace ventanilla;
using site::kMinutesADay;

namespace {

constexpr site::Minutes kHour = 60;

const text::Messages& texts(const std::string& language) {
    static std::map<std::string, text::Messages> all;
    auto [found, is_new] = all.try_emplace(language);
    if (is_new) {
        found->second = cli::read_texts("assets").messages(language, {"portal"});
    }
    return found->second;
}

// On each of these days, Monday being 0.
site::Hours on(std::initializer_list<site::Minutes> days, site::Minutes from, site::Minutes to) {
    site::Hours hours;
    for (const site::Minutes day : days) {
        hours.week.insert(hours.week.end(), {day * kMinutesADay + from, to - from});
    }
    return hours;
}

site::Minutes at(std::string_view text) {
    return site::minutes_of(text).value();
}

std::string said(const site::Hours& hours, const std::string& language, std::string_view now) {
    return std::string(
        site::said_at(publish::timetable_of(hours, language, texts(language)), at(now)));
}

}  // namespace

// 23 November 2026 is a Monday.

TEST_CASE("hours are said as each language says times and days") {
    const site::Hours office = on({0, 1, 2, 3, 4}, 9 * kHour, 18 * kHour + 30);
    CHECK(said(office, "es", "2026-11-23T10:00") == "Abierto ahora, hasta las 18:30");
    CHECK(said(office, "en", "2026-11-23T10:00") == "Open now, until 6:30 pm");
    CHECK(said(office, "es", "2026-11-23T08:00") == "Cerrado ahora; abre hoy a las 9:00");
    CHECK(said(office, "en", "2026-11-23T19:00") == "Closed now; opens tomorrow at 9 am");
    CHECK(said(office, "es", "2026-11-28T10:00") == "Cerrado ahora; abre el lunes a las 9:00");
    const site::Hours night = on({0}, kHour, kMinutesADay);
    CHECK(said(night, "es", "2026-11-23T00:00") == "Cerrado ahora; abre hoy a la 1:00");
    CHECK(said(night, "es", "2026-11-23T23:00") == "Abierto ahora, hasta las 24:00");
    CHECK(said(on({}, 0, 0), "es", "2026-11-23T23:00") == "Cerrado ahora");
}

TEST_CASE("a timetable says at each minute what the hours come to then") {
    site::Hours office = on({0, 1, 2, 3, 4}, 9 * kHour, 18 * kHour);
    office.week.insert(office.week.end(), {5 * kMinutesADay + 22 * kHour, 4 * kHour});
    office.holidays = {at("2026-12-08"), at("2026-12-24"), at("2026-12-25")};
    site::Hours round_the_clock = on({0, 1, 2, 3, 4, 5, 6}, 0, kMinutesADay);
    round_the_clock.holidays = {at("2026-12-10")};
    site::Hours split = on({1, 3}, 9 * kHour + 15, 14 * kHour);
    split.week.insert(split.week.end(), {kMinutesADay + 16 * kHour, 20 * kHour});
    split.holidays = {at("2026-12-10"), at("2026-12-17"), at("1970-01-01")};
    for (const site::Hours& hours : {office, round_the_clock, split}) {
        const site::Timetable timetable = publish::timetable_of(hours, "es", texts("es"));
        std::string wrong;
        for (site::Minutes now = at("2026-11-23"); now < at("2027-01-11") && wrong.empty(); ++now) {
            const std::string expected =
                publish::sentence_of(hours, site::opening_at(hours, now), "es", texts("es"));
            if (site::said_at(timetable, now) != expected) {
                wrong = std::to_string(now) + ": " + expected;
            }
        }
        CHECK(wrong.empty());
    }
}

TEST_CASE("a timetable is short: it says what changes") {
    const site::Timetable office =
        publish::timetable_of(on({0, 1, 2, 3, 4}, 9 * kHour, 18 * kHour), "es", texts("es"));
    CHECK(office.texts.size() == 4);
    CHECK(office.week.size() / 2 == 16);
    CHECK(office.around.empty());
}
