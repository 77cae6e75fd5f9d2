// Whose a request is and by when an answer is owed, as an author writes it.
#include "core/site/routing.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/core/site/example.h"

using namespace ventanilla::site;
using namespace ventanilla;
using List = std::vector<std::string>;

namespace {

// Monday to Friday, 9 to 14 and 16 to 19; closed on Tuesday the 8th of December 2026.
Hours office() {
    Hours hours;
    for (Minutes day = 0; day < 5; ++day) {
        for (const auto& [from, to] : {std::pair{9, 14}, {16, 19}}) {
            hours.week.push_back(day * kMinutesADay + from * 60);
            hours.week.push_back((to - from) * 60);
        }
    }
    hours.holidays = {*minutes_of("2026-12-08")};
    return hours;
}

bool is_due(const char* received, const Promise& promise, const char* expected) {
    return due_after(office(), *minutes_of(received), promise) == minutes_of(expected);
}

constexpr const char* kHours =
    R"("time_zone": "Europe/Madrid", "hours": {"office": {"weekly": [{"days": ["mon"], "from": "09:00", "to": "18:00"}]}}, )";

List of(const std::string& routing, const std::string& hours = kHours) {
    return problems(
        with("site.json", "\"team\":", hours + "\"routing\": " + routing + ", \"team\":"));
}

}  // namespace

TEST_CASE("a promise of hours counts the time in which somebody answers") {
    const Promise four{.work = 4 * 60};
    CHECK(is_due("2026-12-02T09:30", four, "2026-12-02T13:30"));
    CHECK(is_due("2026-12-02T12:00", four, "2026-12-02T18:00"));  // over the break
    CHECK(is_due("2026-12-02T10:00", four, "2026-12-02T14:00"));  // to the minute
    CHECK(is_due("2026-12-02T15:00", four, "2026-12-03T10:00"));  // it begins in the break
    CHECK(is_due("2026-12-04T18:00", four, "2026-12-07T12:00"));  // over the weekend
    CHECK(is_due("2026-12-07T18:30", four, "2026-12-09T12:30"));  // over the holiday
    CHECK(is_due("2026-12-05T23:59", four, "2026-12-07T13:00"));
}

TEST_CASE(
    "a promise of days ends when the day does, and counts only those on which somebody works") {
    const Promise one{.days = 1};
    CHECK(is_due("2026-12-02T09:30", one, "2026-12-03T19:00"));
    CHECK(is_due("2026-12-02T20:00", one, "2026-12-04T19:00"));  // it came after closing
    CHECK(is_due("2026-12-04T10:00", one, "2026-12-07T19:00"));
    CHECK(is_due("2026-12-07T10:00", one, "2026-12-09T19:00"));
    CHECK(is_due("2026-12-05T12:00", one, "2026-12-09T19:00"));
    CHECK(is_due("2026-12-02T09:30", {.days = 0}, "2026-12-02T19:00"));
    CHECK(is_due("2026-12-02T09:30", {.days = 5}, "2026-12-10T19:00"));
}

TEST_CASE("where nobody ever answers nothing is owed") {
    CHECK_FALSE(due_after({}, 0, {.work = 60}).has_value());
    CHECK_FALSE(due_after({}, 0, {.days = 1}).has_value());
}

TEST_CASE("a site says whose a request is") {
    const auto reading =
        read_site(with("site.json", "\"team\":", std::string(kHours) + R"("routing": {
            "hours": "office",
            "queues": {"faults": {"email": "averias@faro.example"}},
            "rules": [
                {"when": {"==": [{"var": "fields.kind"}, "fault"]}, "queue": "faults", "priority": "high",
                 "answer": {"hours": 4}, "tags": ["fibra"]},
                {"answer": {"days": 1}}
            ]}, "team":)"));
    REQUIRE(reading.site);
    const Routing& routing = reading.site->routing;
    CHECK(routing.hours == "office");
    CHECK(reading.site->email_of("faults") == "averias@faro.example");
    CHECK(reading.site->email_of("") == reading.site->team_email);
    CHECK(reading.site->email_of("of another day") == reading.site->team_email);
    REQUIRE(routing.rules.size() == 2);
    CHECK(routing.rules[0].queue == "faults");
    CHECK(routing.rules[0].priority == ticket::Priority::kHigh);
    CHECK(routing.rules[0].answer == Promise{.work = 240});
    CHECK(routing.rules[0].tags == List{"fibra"});
    CHECK_FALSE(routing.rules[1].when.has_value());
    CHECK(routing.rules[1].answer == Promise{.days = 1});
}

TEST_CASE("mistakes in who answers are named with their lines") {
    const List here{"site.json:7 site-routing"};
    CHECK(of(R"({"hours": "offcie"})") == here);
    CHECK(of(R"({"queues": {"faults": {"email": "averias"}}})") == here);
    CHECK(of(R"({"rules": [{"queue": "faults"}]})") == here);
    CHECK(of(R"({"rules": [{"priority": "very high"}]})") == here);
    CHECK(of(R"({"rules": [{"answer": {"days": 1}}]})") == here);  // whose days?
    CHECK(of(R"({"hours": "office", "rules": [{"answer": {"days": 1, "hours": 2}}]})") == here);
    CHECK(of(R"({"hours": "office", "rules": [{"answer": {}}]})") == here);
    CHECK(of(R"({"rules": [{"tags": ["two words"]}]})") == here);
    CHECK(of(R"({"rules": [{"when": {"var": "fields.kind"}}]})") == here);
    CHECK(of(R"({"rules": [{"when": {"var": "fields.knid"}, "tags": ["a"]}]})") == here);
    CHECK(of(R"({"rules": [{"when": {"var": "kind"}, "tags": ["a"]}]})") == here);
    CHECK(of(R"({"rules": [{"when": {"is": [1, 2]}, "tags": ["a"]}]})") == here);
    CHECK(of(R"({"rules": [{"tags": ["a"], "tier": 2}]})").size() == 1);
    CHECK(of(R"({"hours": "office", "rules": [{"answer": {"days": 1000}}]})").size() == 1);
    CHECK(
        of(R"({"rules": [{"when": {"==": [{"var": "context.plan"}, "pro"]}, "tags": ["pro"]}]})") ==
        List{});
}
