#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <vector>

#include "server/crypto/crypto.h"
#include "server/store/sqlite/sqlite_store.h"
#include "server/webhooks/caller.h"
#include "server/webhooks/delivery.h"
#include "server/webhooks/signature.h"
#include "tests/server/temporary_folder.h"
#include "tests/server/webhook_suite.h"

using namespace ventanilla;
using namespace ventanilla::test;
using namespace std::chrono_literals;

namespace {

// Answers what it is told to, once for each call, and with 204 after that.
class ScriptedCaller final : public webhooks::Caller {
public:
    struct Made {
        std::string url;
        std::string id;
        std::string body;
    };
    std::vector<Made> made;
    std::vector<webhooks::Answer> answers;

    webhooks::Answer call(const std::string& url,
                          const std::vector<std::pair<std::string, std::string>>& headers,
                          const std::string& body) override {
        made.push_back({url, headers.at(1).second, body});
        if (answers.empty()) {
            return {.status = 204};
        }
        const webhooks::Answer answer = answers.front();
        answers.erase(answers.begin());
        return answer;
    }
    void stop() override {}
};

struct Exchange {
    store::Time time = new_ticket(100).ticket.received;
    TemporaryFolder folder;
    std::unique_ptr<store::Store> store = store::open_sqlite_store(folder.path(), "site").value();
    ScriptedCaller caller;
    std::vector<std::string> log;
    webhooks::Delivery delivery{*store, caller, [this] { return time; },
                                [this](std::string_view line) { log.emplace_back(line); }};

    explicit Exchange(int tickets = 1) {
        REQUIRE(store->webhooks().add(new_webhook("desk")));
        for (int number = 1; number <= tickets; ++number) {
            REQUIRE(add(*store, new_ticket(number)).has_value());
        }
    }

    store::Call newest() { return store->webhooks().log("desk", 1).front(); }
};

}  // namespace

TEST_CASE("base64 is written with padding, and nothing else is read") {
    for (const auto& [bytes, text] :
         std::vector<std::pair<std::string, std::string>>{{"", ""},
                                                          {"f", "Zg=="},
                                                          {"fo", "Zm8="},
                                                          {"foo", "Zm9v"},
                                                          {"foob", "Zm9vYg=="},
                                                          {std::string("\0\xff", 2), "AP8="}}) {
        CHECK(server::base64(bytes) == text);
        CHECK(server::from_base64(text) == bytes);
    }
    for (const char* wrong :
         {"Zg", "Zg=", "Zh==", "Z===", "Zg==\n", " Zm8=", "Zm8\n", "Zm9v=", "Zg==Zg==", "Zm-_"}) {
        CAPTURE(wrong);
        CHECK_FALSE(server::from_base64(wrong));
    }
}

// The example of the libraries of Standard Webhooks.
TEST_CASE("a call is signed as Standard Webhooks says") {
    const store::Time at{std::chrono::seconds(1'614'265'330)};
    const std::string first = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    store::Webhook webhook = new_webhook("desk");
    const auto signed_now = [&] {
        return webhooks::signatures(webhook, "msg_p5jXN8AQM9LWM0D4loKWxJek", at,
                                    R"({"test": 2432232314})");
    };
    CHECK(signed_now() == first);

    webhook.old_secret = webhook.secret;
    webhook.secret = webhooks::new_secret();
    webhook.old_until = at + 1s;
    CHECK(signed_now().ends_with(" " + first));
    webhook.old_until = at;
    CHECK(signed_now().find(first) == std::string::npos);
    CHECK(webhooks::new_secret() != webhooks::new_secret());
    CHECK(webhooks::new_secret().size() == 50);
}

TEST_CASE("a webhook is called over HTTPS, or within the machine, and without a password in its "
          "address") {
    for (const char* fine :
         {"https://desk.example/ventanilla?queue=1", "https://10.0.0.7:8443/",
          "http://localhost:9000/", "http://127.0.0.1/hook", "http://[::1]:80/"}) {
        CAPTURE(fine);
        CHECK(webhooks::check_address(fine));
    }
    for (const char* wrong :
         {"http://desk.example/", "ftp://localhost/", "file:///etc/passwd", "desk.example", "",
          "https://", "https://ana:secret@desk.example/", "http://localhost.example/",
          "http://127.0.0.1.example/", "https://desk.example/a b"}) {
        CAPTURE(wrong);
        CHECK_FALSE(webhooks::check_address(wrong));
    }
}

TEST_CASE("a call says that something happened and where, and no word of what somebody wrote") {
    Exchange exchange;
    store::Change change = message(1, "Mi clave es 1234");
    change.events.push_back(event("status", "waiting"));
    change.events.back().before = "new";
    REQUIRE(change_now(*exchange.store, change));
    exchange.time = new_ticket(5000).ticket.received;
    CHECK(exchange.delivery.run() == store::Time::max());
    REQUIRE(exchange.caller.made.size() == 3);
    CHECK(exchange.caller.made[0].url == "https://desk.example/desk");
    CHECK(exchange.caller.made[0].id == "AAAA-BBBB-CCCC-1001-0");
    CHECK(
        exchange.caller.made[0].body ==
        R"({"type":"ticket.created","timestamp":"2026-09-21T14:13:20.001Z","data":{"tracking_code":"AAAA-BBBB-CCCC-1001","language":"es","form":"contact"}})");
    CHECK(
        exchange.caller.made[1].body ==
        R"({"type":"ticket.message","timestamp":"2026-09-21T14:13:25.000Z","data":{"tracking_code":"AAAA-BBBB-CCCC-1001","number":1,"kind":"message","actor":"team"}})");
    CHECK(
        exchange.caller.made[2].body ==
        R"({"type":"ticket.changed","timestamp":"2026-09-21T14:13:25.000Z","data":{"tracking_code":"AAAA-BBBB-CCCC-1001","number":2,"kind":"status","actor":"team","before":"new","after":"waiting"}})");
    REQUIRE(erase_ticket_now(*exchange.store, 1));
    exchange.delivery.run();
    CHECK(
        exchange.caller.made.back().body ==
        R"({"type":"ticket.erased","timestamp":"2026-09-21T14:13:20.001Z","data":{"tracking_code":"AAAA-BBBB-CCCC-1001"}})");
    CHECK(exchange.store->webhooks().log("desk", 10).empty());
}

TEST_CASE("what was delivered is not sent again, and the log says how it went") {
    Exchange exchange;
    exchange.delivery.run();
    exchange.delivery.run();
    CHECK(exchange.caller.made.size() == 1);
    CHECK(exchange.newest().state == store::CallState::kDelivered);
    CHECK(exchange.newest().status == 204);
    CHECK(exchange.newest().tried == exchange.time);
}

TEST_CASE("a call that fails is made again later and later, at last given up, and made again when "
          "somebody says so") {
    Exchange exchange;
    int failures = 0;
    while (exchange.newest().state == store::CallState::kWaiting) {
        exchange.caller.answers = {{.status = failures % 2 == 0 ? 500 : 301}};
        const store::Time next = exchange.delivery.run();
        ++failures;
        const auto pause = webhooks::pause_after(failures);
        if (pause) {
            CHECK(exchange.newest().next_attempt == exchange.time + *pause);
            exchange.time = exchange.newest().next_attempt;
        } else {
            CHECK(next > exchange.time);
        }
    }
    CHECK(failures == 10);
    CHECK(exchange.newest().state == store::CallState::kFailed);
    CHECK(exchange.log.back().find("is given up") != std::string::npos);
    exchange.time += 1h;
    CHECK(exchange.delivery.run() == store::Time::max());
    CHECK(exchange.store->webhooks().send_again("desk", "", 0, exchange.time) == 1);
    exchange.delivery.run();
    CHECK(exchange.newest().state == store::CallState::kDelivered);
    for (const auto& call : exchange.caller.made) {
        CHECK(call.id == "AAAA-BBBB-CCCC-1001-0");
    }
}

TEST_CASE("an endpoint that does not answer is left in peace, and the others are called") {
    Exchange exchange(3);
    REQUIRE(exchange.store->webhooks().add(new_webhook("other")));
    REQUIRE(add(*exchange.store, new_ticket(4)).has_value());
    exchange.caller.answers = {{.error = "Could not connect"}};
    const store::Time next = exchange.delivery.run();
    REQUIRE(exchange.caller.made.size() == 2);
    CHECK(exchange.caller.made[1].url == "https://desk.example/other");
    CHECK(next == exchange.time + 5s);
    exchange.time = next;
    CHECK(exchange.delivery.run() == store::Time::max());
    CHECK(exchange.caller.made.size() == 6);
}

TEST_CASE("an endpoint that asks for more time is given it") {
    Exchange exchange;
    exchange.caller.answers = {{.status = 429, .retry_after = 90s}};
    CHECK(exchange.delivery.run() == exchange.time + 90s);
    CHECK(exchange.newest().next_attempt == exchange.time + 90s);
}

TEST_CASE("an endpoint that says it is gone is called no more until it is enabled") {
    Exchange exchange(2);
    exchange.caller.answers = {{.status = 410}};
    exchange.delivery.run();
    REQUIRE(add(*exchange.store, new_ticket(3)).has_value());
    exchange.time += 24h;
    exchange.delivery.run();
    CHECK(exchange.caller.made.size() == 1);
    auto webhook = exchange.store->webhooks().all().front();
    CHECK(webhook.is_off);
    webhook.is_off = false;
    REQUIRE(exchange.store->webhooks().change(webhook));
    exchange.delivery.run();
    CHECK(exchange.caller.made.size() == 2);
}

TEST_CASE("what stops in the middle is tried again by the next server, and counts as no failure") {
    Exchange exchange;
    exchange.caller.answers = {{.error = "aborted"}};
    webhooks::Delivery stopped(
        *exchange.store, exchange.caller, [&] { return exchange.time; }, [](std::string_view) {});
    stopped.stop();
    stopped.run();
    CHECK(exchange.caller.made.empty());
    exchange.caller.answers.clear();
    exchange.delivery.run();
    CHECK(exchange.caller.made.size() == 1);
    CHECK(exchange.newest().attempts == 0);
}
