#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/limits/gate.h"
#include "server/tickets/ticket_service.h"
#include "tests/server/answers.h"
#include "tests/server/memory_store.h"
#include "tests/server/site_under_test.h"

using namespace ventanilla;
using namespace ventanilla::test;
using namespace std::chrono_literals;
using limits::Gcra;
using limits::Instant;
using limits::Limit;

namespace {

// The ticket service behind its limits, on a store in memory, at a time that a test sets.
class LimitedCounter {
public:
    explicit LimitedCounter(const std::string& limits = "") { REQUIRE(rules_.change(limits)); }

    http::Response post(const std::string& peer, const std::string& key,
                        const std::string& email = "ana@example.org",
                        const http::Headers& more = {}) {
        http::Headers headers{{"Content-Type", "application/json"}, {"Idempotency-Key", key}};
        for (const auto& [name, value] : more.entries()) {
            headers.add(name, value);
        }
        const base::Json body = {
            {"language", "es"},
            {"form", "contact"},
            {"fields", {{"kind", "fault"}, {"message", "No va el wifi"}, {"email", email}}}};
        http::Response answer;
        int answers = 0;
        handler_({.method = "POST",
                  .path = "/api/v1/tickets",
                  .query = {},
                  .headers = std::move(headers),
                  .body = base::write_json(body),
                  .peer = peer},
                 [&](http::Response response) {
                     answer = std::move(response);
                     ++answers;
                 });
        CHECK(answers == 1);
        return answer;
    }
    // As somebody who has not written before, from `peer`, again and again.
    int accepted(const std::string& peer, int times, const std::string& email = "") {
        int count = 0;
        for (int i = 0; i < times; ++i) {
            const std::string one = std::to_string(++posts_);
            count += post(peer, "key-of-a-new-request-" + one,
                          email.empty() ? "ana" + one + "@example.org" : email)
                         .status == 201;
        }
        return count;
    }

    Instant now = 1h;
    MemoryStore store;

private:
    int posts_ = 0;
    std::uint8_t codes_ = 0;
    site::Site site_ = site_under_test();
    api::Texts texts_ = product_texts();
    limits::Rules rules_;
    requests::RequestMail letters_{site_, texts_};
    std::optional<limits::Gate> gate_;
    forms::FormTokens tokens_{"secret"};
    tickets::TicketService service_{
        site_,
        texts_,
        store,
        letters_,
        tokens_,
        {.random =
             [this] {
                 std::array<std::uint8_t, 16> bytes{};
                 bytes.back() = ++codes_;
                 return bytes;
             },
         .refuse = [this](const http::Request& request,
                          std::string_view email) { return gate_->refuse_email(request, email); }}};
    http::Handler handler_ = [this](const http::Request& request, http::Respond respond) {
        if (!gate_) {
            gate_.emplace(rules_, http::TrustedProxies({*http::read_network("10.0.0.0/8")}), site_,
                          texts_, [this] { return now; });
            limited_ = gate_->limited(Limit::kAddress, service_.handler());
        }
        limited_(request, std::move(respond));
    };
    http::Handler limited_;
};

}  // namespace

TEST_CASE("so many are allowed at once, and then one in each period") {
    const Gcra limit{.at_once = 3, .period = 10s};
    std::optional<Instant> kept;
    const auto take = [&](Instant now) {
        const auto verdict = limits::judge(limit, kept, now);
        if (verdict.is_allowed) {
            kept = verdict.next;
        }
        return verdict;
    };
    CHECK(take(100s).remaining == 2);
    CHECK(take(100s).remaining == 1);
    CHECK(take(100s).remaining == 0);
    CHECK(take(100s).wait == 10s);
    CHECK(take(109s).wait == 1s);
    CHECK(take(110s).is_allowed);
    CHECK_FALSE(take(110s).is_allowed);
    CHECK(take(1000s).remaining == 2);
}

TEST_CASE("in any time, no more are allowed than the limit says, however they come") {
    const Gcra limit{.at_once = 5, .period = 7s};
    const auto step = GENERATE(Instant(1s), Instant(2s), Instant(3s), Instant(6999ms));
    std::optional<Instant> kept;
    std::vector<Instant> allowed;
    for (Instant now = 1h; now < 2h; now += step) {
        const auto verdict = limits::judge(limit, kept, now);
        if (verdict.is_allowed) {
            kept = verdict.next;
            allowed.push_back(now);
        }
    }
    for (std::size_t i = 5; i < allowed.size(); ++i) {
        CHECK(allowed[i] - allowed[i - 5] >= 7s);
    }
    CHECK(allowed.size() >= 3600 / 7);
}

TEST_CASE(
    "a table holds as much as it was made for, and forgets who is nearest to be as good as new") {
    limits::TimesTable table(limits::TimesTable::kRow);
    for (std::uint64_t hash = 1; hash <= 100'000; ++hash) {
        table.keep(hash, Instant(hash));
    }
    CHECK(table.capacity() == limits::TimesTable::kRow);
    CHECK(table.find(100'000) == Instant(100'000));
    CHECK(table.find(100'000 - 7) == Instant(100'000 - 7));
    CHECK_FALSE(table.find(100'000 - 8));
    table.keep(100'000, Instant(5));
    CHECK(table.find(100'000) == Instant(5));
    CHECK(limits::TimesTable(65'536).capacity() * limits::TimesTable::kEntryBytes == 1 << 20);
}

TEST_CASE(
    "a flood from a thousand places leaves the table as large as it is, and the limits working") {
    LimitedCounter counter("all=off email=off");
    for (int i = 0; i < 1000; ++i) {
        CHECK(counter.accepted("198.51." + std::to_string(i / 250) + "." + std::to_string(i % 250),
                               1) == 1);
    }
    CHECK(counter.accepted("203.0.113.1", 20) == 10);
}

TEST_CASE("one address may send ten requests at once, and then one in a minute") {
    LimitedCounter counter;
    CHECK(counter.accepted("203.0.113.1", 20) == 10);
    CHECK(counter.accepted("203.0.113.2", 1) == 1);
    counter.now += 60s;
    CHECK(counter.accepted("203.0.113.1", 5) == 1);
    CHECK(counter.store.added.size() == 12);
}

TEST_CASE("an IPv6 customer is one, whichever of her addresses she uses") {
    LimitedCounter counter("all=off");
    int accepted = 0;
    for (int i = 1; i <= 20; ++i) {
        accepted += counter.accepted("2001:db8:1:2::" + std::to_string(i), 1);
    }
    CHECK(accepted == 10);
    CHECK(counter.accepted("2001:db8:1:3::1", 1) == 1);
}

TEST_CASE("one e-mail address may send five at once, from wherever, and then one in five minutes") {
    LimitedCounter counter;
    CHECK(counter.accepted("203.0.113.1", 3, "eva@example.org") == 3);
    CHECK(counter.accepted("203.0.113.2", 3, "EVA@example.org") == 2);
    CHECK(counter.accepted("203.0.113.3", 1, "otra@example.org") == 1);
    const auto refused = counter.post("203.0.113.4", "key-of-one-more-request", "eva@example.org");
    CHECK(refused.status == 429);
    CHECK(refused.headers.get("Retry-After") == "300");
    counter.now += 5min;
    CHECK(counter.accepted("203.0.113.1", 2, "eva@example.org") == 1);
}

TEST_CASE("all callers together have a limit too, and what it refuses costs nobody anything") {
    LimitedCounter counter("all=3/3 email=off");
    CHECK(counter.accepted("203.0.113.1", 20) == 3);
    counter.now += 3s;
    CHECK(counter.accepted("203.0.113.1", 20) == 3);
    counter.now += 3s;
    CHECK(counter.accepted("203.0.113.1", 20) == 3);
}

TEST_CASE("whoever comes too often is told when to come again, in her language") {
    LimitedCounter counter;
    counter.accepted("203.0.113.1", 10);
    counter.now += 500ms;
    const auto spanish = counter.post("203.0.113.1", "key-of-one-more-request");
    CHECK(spanish.status == 429);
    CHECK(spanish.headers.get("Retry-After") == "60");
    CHECK(spanish.headers.get("Content-Type") == "application/problem+json");
    CHECK(spanish.headers.get("RateLimit-Policy") == "\"address\";q=10;w=600");
    CHECK(spanish.headers.get("RateLimit") == "\"address\";r=0;t=60");
    CHECK(base::integer_at(body_of(spanish), "status") == 429);
    CHECK(base::integer_at(body_of(spanish), "retry_after") == 60);
    CHECK(base::string_at(body_of(spanish), "detail").contains("dentro de 60 s"));
    const auto english = counter.post("203.0.113.1", "key-of-one-more-request", "a@example.org",
                                      {{"Accept-Language", "en"}});
    CHECK(base::string_at(body_of(english), "detail").contains("in 60 s"));
}

TEST_CASE("an answer says what is left") {
    LimitedCounter counter;
    CHECK(counter.post("203.0.113.1", "key-of-the-first-request").headers.get("RateLimit") ==
          "\"address\";r=9;t=60");
    CHECK(counter.post("203.0.113.1", "key-of-the-next-request").headers.get("RateLimit") ==
          "\"address\";r=8;t=120");
}

TEST_CASE("a repetition of what was let through succeeds, whatever its sender has left") {
    LimitedCounter counter;
    CHECK(counter.post("203.0.113.1", "key-of-a-lost-answer").status == 201);
    counter.accepted("203.0.113.1", 20);
    counter.accepted("203.0.113.2", 20, "ana@example.org");
    const auto again = counter.post("203.0.113.1", "key-of-a-lost-answer");
    CHECK(again.status == 201);
    CHECK(again.headers.get("Idempotency-Replayed") == "true");
    // Her telephone has left the house in between.
    CHECK(counter.post("203.0.113.9", "key-of-a-lost-answer").status == 201);
}

TEST_CASE("a repetition is not without end either") {
    LimitedCounter counter;
    int replays = 0;
    CHECK(counter.post("203.0.113.1", "key-of-a-lost-answer").status == 201);
    for (int i = 0; i < 30; ++i) {
        replays += counter.post("203.0.113.1", "key-of-a-lost-answer").status == 201;
    }
    CHECK(replays == 10);
    counter.now += 6s;
    CHECK(counter.post("203.0.113.1", "key-of-a-lost-answer").status == 201);
    CHECK(counter.store.added.size() == 1);
}

TEST_CASE("what was refused is not taken for a repetition when it comes again") {
    LimitedCounter counter("address=1/60");
    CHECK(counter.accepted("203.0.113.1", 1) == 1);
    CHECK(counter.post("203.0.113.1", "key-of-a-refused-one").status == 429);
    CHECK(counter.post("203.0.113.1", "key-of-a-refused-one").status == 429);
    counter.now += 1min;
    CHECK(counter.post("203.0.113.1", "key-of-a-refused-one").status == 201);
    CHECK(counter.store.added.size() == 2);
}

TEST_CASE("this machine is not counted by address, unless a proxy on it says for whom it asks") {
    LimitedCounter counter("address=1/60 all=off");
    CHECK(counter.accepted("127.0.0.1", 5) == 5);
    CHECK(counter.accepted("::1", 5) == 5);
    CHECK(counter
              .post("127.0.0.1", "key-by-way-of-a-proxy-1", "e1@example.org",
                    {{"X-Forwarded-For", "203.0.113.1"}})
              .status == 201);
    CHECK(counter
              .post("127.0.0.1", "key-by-way-of-a-proxy-2", "e2@example.org",
                    {{"X-Forwarded-For", "203.0.113.1"}})
              .status == 429);
}

TEST_CASE(
    "a caller behind a trusted proxy has her own limit, and cannot write herself another one") {
    LimitedCounter counter("address=1/60 all=off");
    int posts = 0;
    const auto status = [&counter, &posts](const std::string& forwarded) {
        const std::string one = std::to_string(++posts);
        return counter
            .post("10.0.0.1", "key-by-way-of-a-proxy-" + one, "eva" + one + "@example.org",
                  {{"X-Forwarded-For", forwarded}})
            .status;
    };
    CHECK(status("203.0.113.1") == 201);
    CHECK(status("203.0.113.2") == 201);
    CHECK(status("203.0.113.1") == 429);
    CHECK(status("203.0.113.3, 203.0.113.1") == 429);
}

TEST_CASE("limits are changed by name, or not at all") {
    limits::Rules rules;
    CHECK(rules.change("address=20/600, email=off"));
    CHECK(rules[Limit::kAddress].at_once == 20);
    CHECK(rules[Limit::kAddress].period == 30s);
    CHECK(rules[Limit::kEmail].is_off());
    CHECK(rules[Limit::kAll].at_once == 50);
    CHECK(rules.change(""));
    for (const char* text :
         {"address", "address=", "address=0/1", "address=1/0", "address=-1/1", "address=1/1x",
          "address=1", "nobody=1/1", "=1/1", "address=1/9999999", "all=off address=on"}) {
        CAPTURE(text);
        CHECK_FALSE(rules.change(text));
    }
    CHECK_FALSE(rules[Limit::kAll].is_off());
}

TEST_CASE(
    "every way by which people send something has a limit, and the team's programs have none") {
    const site::Site site = site_under_test();
    const api::Texts texts = product_texts();
    limits::Rules rules;
    REQUIRE(rules.change("address=1/60 votes=1/60 forms=1/60"));
    limits::Gate gate(rules, {}, site, texts, [] { return Instant(1h); });
    const http::Handler fine = [](const http::Request&, const http::Respond& respond) {
        respond(http::no_content());
    };
    using http::Access;
    std::vector<http::Route> routes;
    routes.emplace_back("POST", "/api/v1/tickets", Access::own_pages(), fine);
    routes.emplace_back("POST", "/api/v1/votes", Access::own_pages(), fine);
    routes.emplace_back("POST", "/es/contacto", Access::own_pages(), fine);
    routes.emplace_back("POST", "/en/contact", Access::own_pages(), fine);
    routes.emplace_back("GET", "/es/contacto", Access::anyone(), fine);
    routes.emplace_back("POST", "/api/v1/tickets/{code}/notes", Access::key("tickets:write"), fine);
    std::string answers;
    const auto limited = gate.limited(std::move(routes));
    for (const http::Route& route : limited) {
        for (int i = 0; i < 2; ++i) {
            route.handler()({.method = route.method(),
                             .path = route.path(),
                             .query = {},
                             .headers = {},
                             .body = {},
                             .peer = "203.0.113.1"},
                            [&answers](const http::Response& response) {
                                answers += std::to_string(response.status) + " ";
                            });
        }
    }
    CHECK(answers == "204 429 204 429 204 429 429 429 204 204 204 204 ");
}
