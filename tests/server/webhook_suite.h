// tests/server/webhook_suite.h
//
// What every store promises about webhooks, as store_suite.h.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/server/store_samples.h"
#include "tests/server/store_suite.h"

namespace ventanilla::test {

inline store::Webhook new_webhook(const std::string& name, const std::string& types = {}) {
    return {.name = name,
            .url = "https://desk.example/" + name,
            .types = types,
            .secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            .created = new_ticket(0).ticket.received};
}

// Of all that waits for one: its number and type.
inline std::vector<std::string> waiting_for(store::Store& store, const std::string& name) {
    std::vector<std::string> calls;
    for (const store::Call& call : store.webhooks().waiting(name, 10)) {
        calls.push_back(call.tracking_code.substr(15) + "-" + std::to_string(call.number) + " " +
                        call.type);
    }
    return calls;
}

inline bool erase_ticket_now(store::Store& store, int number) {
    std::promise<bool> erased;
    store.erase(new_ticket(number).ticket.tracking_code, new_ticket(number).ticket.received,
                [&](auto outcome) { erased.set_value(outcome.value()); });
    return erased.get_future().get();
}

inline void webhook_suite(const OpenStore& open) {
    auto store = open("site");
    store::Webhooks& webhooks = store->webhooks();
    using Calls = std::vector<std::string>;

    SECTION("a webhook is kept, changed and removed by its name, which is given once") {
        CHECK(webhooks.add(new_webhook("desk")));
        CHECK_FALSE(webhooks.add(new_webhook("desk")));
        CHECK(webhooks.all() == std::vector{new_webhook("desk")});
        store::Webhook changed = new_webhook("desk", "ticket.rated");
        changed.old_secret = changed.secret;
        changed.old_until = changed.created + std::chrono::hours(24);
        changed.secret = "whsec_AAAA";
        changed.is_off = true;
        CHECK(webhooks.change(changed));
        CHECK(webhooks.all() == std::vector{changed});
        CHECK_FALSE(webhooks.change(new_webhook("nobody")));
        CHECK(webhooks.remove("desk"));
        CHECK_FALSE(webhooks.remove("desk"));
        CHECK(webhooks.all().empty());
        CHECK(webhooks.add(new_webhook("desk")));
        store.reset();
        CHECK(open("other site")->webhooks().all().empty());
    }
    SECTION("everything that happens makes one call for each webhook that wants to hear of it") {
        REQUIRE(webhooks.add(new_webhook("all")));
        REQUIRE(webhooks.add(new_webhook("some", "ticket.changed ticket.created")));
        store::Webhook off = new_webhook("off");
        REQUIRE(webhooks.add(off));
        off.is_off = true;
        REQUIRE(webhooks.change(off));

        REQUIRE(add(*store, new_ticket(1)).has_value());
        CHECK(add(*store, new_ticket(1))->repeated);
        store::Change change = message(1, "Hola");
        change.events.push_back(event("status", "waiting"));
        change.events.push_back(event("note"));
        change.events.push_back(event("satisfaction", "good"));
        REQUIRE(change_now(*store, change));
        CHECK(waiting_for(*store, "all") == Calls{"1001-0 ticket.created", "1001-1 ticket.message",
                                                  "1001-2 ticket.changed", "1001-4 ticket.rated"});
        CHECK(waiting_for(*store, "some") ==
              Calls{"1001-0 ticket.created", "1001-2 ticket.changed"});
        CHECK(waiting_for(*store, "off").empty());
    }
    SECTION("of an erased ticket no call is left but the one that says so, and that until it is "
            "delivered") {
        REQUIRE(webhooks.add(new_webhook("desk")));
        REQUIRE(add(*store, new_ticket(1)).has_value());
        REQUIRE(add(*store, new_ticket(2)).has_value());
        REQUIRE(change_now(*store, message(1, "Hola")));
        REQUIRE(erase_ticket_now(*store, 1));
        CHECK(waiting_for(*store, "desk") ==
              Calls{"1001-2 ticket.erased", "1002-0 ticket.created"});
        store::Call call = webhooks.waiting("desk", 1).front();
        call.state = store::CallState::kDelivered;
        CHECK(webhooks.record(call));
        CHECK(webhooks.log("desk", 10).size() == 1);
    }
    SECTION("a call is made by one process at a time, and by another one where that is gone") {
        REQUIRE(webhooks.add(new_webhook("desk")));
        REQUIRE(add(*store, new_ticket(1)).has_value());
        const store::Call call = webhooks.waiting("desk", 1).front();
        const store::Time until = call.next_attempt + std::chrono::minutes(2);
        CHECK(webhooks.claim(call, until) == true);
        CHECK(webhooks.claim(call, until) == false);
        const store::Call taken = webhooks.waiting("desk", 1).front();
        CHECK(taken.next_attempt == until);
        CHECK(webhooks.claim(taken, until + std::chrono::minutes(2)) == true);
    }
    SECTION("how a call went stays in the log for a month, and it can be made again") {
        REQUIRE(webhooks.add(new_webhook("desk")));
        for (const int number : {1, 2, 3}) {
            REQUIRE(add(*store, new_ticket(number)).has_value());
        }
        auto calls = webhooks.waiting("desk", 10);
        REQUIRE(calls.size() == 3);
        for (store::Call& call : calls) {
            call.attempts = 9;
            call.status = 500;
            call.error = "it answered 500";
            call.tried = call.happened;
            call.state = store::CallState::kFailed;
        }
        calls[2].state = store::CallState::kDelivered;
        for (const store::Call& call : calls) {
            REQUIRE(webhooks.record(call));
        }
        CHECK(webhooks.waiting("desk", 10).empty());
        CHECK(webhooks.log("desk", 10) == std::vector{calls[2], calls[1], calls[0]});
        CHECK(webhooks.log("desk", 1).size() == 1);

        const store::Time later = calls[0].happened + std::chrono::hours(1);
        CHECK(webhooks.send_again("desk", calls[2].tracking_code, 0, later) == 1);
        CHECK(webhooks.send_again("desk", calls[2].tracking_code, 7, later) == 0);
        CHECK(waiting_for(*store, "desk") == Calls{"1003-0 ticket.created"});
        CHECK(webhooks.send_again("desk", "", 0, later) == 2);
        CHECK(webhooks.waiting("desk", 10).size() == 3);

        store::Call over = webhooks.waiting("desk", 10).front();
        over.state = store::CallState::kDelivered;
        over.tried = over.happened;
        REQUIRE(webhooks.record(over));
        const auto expire = [&](store::Time now) {
            std::promise<bool> done;
            store->expire(now, store::Time{},
                          [&](auto count) { done.set_value(count.has_value()); });
            return done.get_future().get();
        };
        CHECK(expire(over.happened + store::kCallLog));
        CHECK(webhooks.log("desk", 10).size() == 3);
        CHECK(expire(over.happened + store::kCallLog + std::chrono::seconds(1)));
        CHECK(webhooks.log("desk", 10).size() == 2);
    }
}

}  // namespace ventanilla::test
