// A new request finds its queue, its priority and its due date.
#include <catch2/catch_test_macros.hpp>

#include "server/time/zones.h"
#include "tests/server/backend.h"

using namespace ventanilla;
using test::Backend;

namespace {

logic::Condition condition(const char* rule) {
    return *logic::Condition::read(*base::parse_json(rule));
}

// Every day from 9 to 18 in Madrid; faults go to a queue of their own.
struct Routed : Backend {
    Routed() {
        site.time_zone = "Europe/Madrid";
        for (site::Minutes day = 0; day < 7; ++day) {
            site.hours["office"].week.push_back(day * site::kMinutesADay + 9 * 60);
            site.hours["office"].week.push_back(9 * 60);
        }
        site.routing = {
            .hours = "office",
            .queues = {{"faults", "averias@faro.example"}},
            .rules = {{.when = condition(R"({"==": [{"var": "fields.kind"}, "fault"]})"),
                       .queue = "faults",
                       .priority = ticket::Priority::kHigh,
                       .answer = site::Promise{.work = 120},
                       .tags = {"red"}},
                      {.when = condition(R"({"==": [{"var": "language"}, "es"]})"),
                       .priority = ticket::Priority::kLow,
                       .tags = {"castellano", "red"}},
                      {.when = {}, .answer = site::Promise{.days = 1}}}};
    }

    store::Ticket sent(const char* kind) {
        const auto response =
            send("POST", "/api/v1/tickets", "",
                 {{"language", "es"},
                  {"form", "contact"},
                  {"fields", {{"kind", kind}, {"message", "Hola"}, {"email", "ana@example.org"}}}});
        REQUIRE(response.status == 201);
        return *store->find(base::string_at(test::body_of(response), "tracking_code"));
    }
};

}  // namespace

TEST_CASE("the first rule that holds says it, tags add up, and the queue's own address is told") {
    Routed backend;
    backend.time = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(9);
    const store::Ticket fault = backend.sent("fault");
    CHECK(fault.queue == "faults");
    CHECK(fault.priority == "high");
    CHECK(fault.tags == "castellano red");
    CHECK(fault.due == backend.time + std::chrono::hours(2));
    const store::Ticket query = backend.sent("query");
    CHECK(query.queue.empty());
    CHECK(query.priority == "low");
    // 18 o'clock in Madrid, in winter.
    CHECK(query.due ==
          std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::hours(17));

    const std::string announced = backend.mail("Una avería").text;
    CHECK(announced.contains("Prioridad: alta"));
    CHECK(announced.contains("Primera respuesta prometida antes de: 2026-11-23, 11:00 (UTC)"));
    std::vector<std::string> told;
    for (const store::QueuedMail& queued : backend.store->queued_mail(10)) {
        if (queued.mail.to != "ana@example.org") {
            told.push_back(queued.mail.to);
        }
    }
    CHECK(told == std::vector<std::string>{"averias@faro.example", "equipo@faro.example"});
}

TEST_CASE("due dates follow the clocks when these are changed") {
    Routed backend;
    using namespace std::chrono;
    // The night before summer time begins: 18 o'clock is 16 in UTC on the next day.
    backend.time = sys_days(year(2027) / 3 / 27) + hours(10);
    CHECK(backend.sent("query").due == sys_days(year(2027) / 3 / 28) + hours(16));
    backend.time = sys_days(year(2026) / 10 / 24) + hours(10);
    CHECK(backend.sent("query").due == sys_days(year(2026) / 10 / 25) + hours(17));
}

TEST_CASE("a zone that the machine does not know gives no time") {
    CHECK_FALSE(server::wall_time("Europe/Atlantis", {}).has_value());
    CHECK_FALSE(server::instant("Europe/Atlantis", {}).has_value());
    CHECK(server::wall_time("America/Mexico_City", {}) == std::chrono::hours(-6));
    CHECK(server::instant("UTC", std::chrono::minutes(1)) ==
          server::Instant(std::chrono::minutes(1)));
}
