// How requests were answered, in figures.
#include "server/report/report.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/server/backend.h"

using namespace ventanilla;
using namespace std::chrono_literals;
using report::make_report;

namespace {

const store::Time kStart = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

store::Course course(std::string queue, std::string language) {
    return {.language = std::move(language),
            .queue = std::move(queue),
            .received = kStart,
            .due = {},
            .answered = {},
            .over = {},
            .satisfaction = {}};
}

}  // namespace

TEST_CASE("requests are told by queue and language, and in all") {
    const auto lines = make_report(
        {course("", "es"), course("faults", "en"), course("", "es"), course("", "en")}, kStart);
    REQUIRE(lines.size() == 4);
    CHECK((lines[0].queue.empty() && lines[0].language == "en" && lines[0].received == 1));
    CHECK((lines[1].queue.empty() && lines[1].language == "es" && lines[1].received == 2));
    CHECK((lines[2].queue == "faults" && lines[2].received == 1));
    CHECK((lines[3].language.empty() && lines[3].received == 4));
    CHECK_FALSE(lines[3].first_answer.median.has_value());
}

TEST_CASE("without requests there is the line of all, with nothing in it") {
    const auto lines = make_report({}, kStart);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].received == 0);
}

TEST_CASE("the median and nine in ten are times that were really taken") {
    std::vector<store::Course> courses;
    for (int i = 1; i <= 10; ++i) {
        courses.push_back(course("", "es"));
        courses.back().answered = kStart + i * 1h;
        courses.back().over = kStart + i * 24h;
    }
    const auto line = make_report(courses, kStart).back();
    CHECK(line.answered == 10);
    CHECK(line.first_answer.median == 5h);
    CHECK(line.first_answer.ninety == 9h);
    CHECK(line.resolution.median == 5 * 24h);
    courses.resize(1);
    const auto one = make_report(courses, kStart).back();
    CHECK(one.first_answer.median == 1h);
    CHECK(one.first_answer.ninety == 1h);
}

TEST_CASE(
    "overdue is what was answered too late, or is not answered although its time has passed") {
    std::vector<store::Course> courses(5, course("", "es"));
    for (store::Course& each : courses) {
        each.due = kStart + 4h;
    }
    courses[0].answered = kStart + 4h;
    courses[1].answered = kStart + 5h;
    courses[2].over = kStart + 1h;  // withdrawn: nobody waits for an answer
    courses.push_back(course("", "es"));
    const auto before = make_report(courses, kStart + 3h).back();
    CHECK(before.promised == 5);
    CHECK(before.overdue == 1);
    CHECK(make_report(courses, kStart + 6h).back().overdue == 3);
}

TEST_CASE("the store tells how it went with requests, as the API has left them") {
    test::Backend backend;
    const std::string agent = backend.key("Lucía", "tickets:read tickets:write");
    const store::Time received = backend.time;
    const std::string solved = backend.submit();
    const std::string open = backend.submit("eva@example.org");
    backend.time += 2h;
    const std::string theirs = "/api/v1/tickets/" + solved;
    backend.send("POST", theirs + "/messages", agent, {{"text", "Hola"}});
    backend.time += 1h;
    backend.send("POST", theirs + "/messages", agent, {{"text", "Ya"}, {"status", "solved"}});
    backend.time += 1h;
    backend.send("POST", "/api/v1/tickets/" + open + "/messages", agent,
                 {{"text", "Ya"}, {"status", "solved"}});
    backend.send("PATCH", "/api/v1/tickets/" + open, agent, {{"status", "open"}});

    const auto courses = backend.store->courses(received, received + 1ms);
    REQUIRE(courses.size() == 2);
    const bool is_first = courses[0].over.has_value();
    CHECK(courses[is_first ? 0 : 1].answered == received + 2h);
    CHECK(courses[is_first ? 0 : 1].over == received + 3h);
    CHECK(courses[is_first ? 1 : 0].answered == received + 4h);
    CHECK_FALSE(courses[is_first ? 1 : 0].over.has_value());
    CHECK(courses[0].language == "es");
    CHECK(backend.store->courses(received + 1ms, received + 24h).empty());
    CHECK(backend.store->courses({}, received).empty());
}
