// tests/server/store_suite.h
//
// What every store promises, as tests that run on each database.
//
//   TEST_CASE("SQLite keeps the promises of a store") {
//       store_suite([&](std::string_view site) { return open_sqlite_store(folder, site).value(); });
//   }
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/server/store_samples.h"

namespace ventanilla::test {

using OpenStore = std::function<std::unique_ptr<store::Store>(std::string_view site)>;

inline void store_suite(const OpenStore& open) {
    auto store = open("site");

    SECTION("a stored ticket is found again after the store was closed") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        store.reset();
        store = open("site");
        const auto found = store->find("AAAA-BBBB-CCCC-1001");
        REQUIRE(found);
        CHECK(*found == new_ticket(1).ticket);
        CHECK_FALSE(store->find("AAAA-BBBB-CCCC-1002"));
    }
    SECTION("the same request again gives the first ticket, stored once") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        auto again = new_ticket(1);
        again.ticket.tracking_code = "ZZZZ-ZZZZ-ZZZZ-ZZZZ";
        const auto repeated = add(*store, again);
        REQUIRE(repeated);
        CHECK(repeated->repeated);
        CHECK(repeated->ticket == new_ticket(1).ticket);
        CHECK(store->list({.limit = 10}).size() == 1);
        CHECK(store->queued_mail(10).size() == 1);
    }
    SECTION("a key of another request is refused") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        auto other = new_ticket(2);
        other.idempotency_key = new_ticket(1).idempotency_key;
        CHECK(add(*store, other).error() == store::Fault::kKeyReused);
        CHECK(store->list({.limit = 10}).size() == 1);
    }
    SECTION("a tracking code that exists is refused, and another one can be tried") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        auto other = new_ticket(2);
        other.ticket.tracking_code = new_ticket(1).ticket.tracking_code;
        CHECK(add(*store, other).error() == store::Fault::kCodeTaken);
        CHECK(store->queued_mail(10).size() == 1);
        CHECK(add(*store, new_ticket(2)).has_value());
    }
    SECTION("one bad ticket does not spoil the 63 that wait with it") {
        REQUIRE(add(*store, new_ticket(0)).has_value());
        std::vector<std::future<Outcome>> outcomes;
        for (int i = 1; i <= 64; ++i) {
            auto ticket = new_ticket(i);
            if (i == 32) {
                ticket.ticket.tracking_code = new_ticket(0).ticket.tracking_code;
            }
            outcomes.push_back(add_later(*store, std::move(ticket)));
        }
        int stored = 0;
        for (auto& outcome : outcomes) {
            stored += outcome.get().has_value() ? 1 : 0;
        }
        CHECK(stored == 63);
        CHECK(store->list({.limit = 100}).size() == 64);
        CHECK(store->queued_mail_count() == 64);
    }
    SECTION("a request that waits twice in one batch is stored once") {
        std::vector<std::future<Outcome>> outcomes;
        for (int i = 0; i < 16; ++i) {
            outcomes.push_back(add_later(*store, new_ticket(1)));
        }
        int first = 0;
        for (auto& outcome : outcomes) {
            first += outcome.get().value().repeated ? 0 : 1;
        }
        CHECK(first == 1);
        CHECK(store->list({.limit = 10}).size() == 1);
    }
    SECTION("tickets are listed newest first, as many as are asked for") {
        for (int i : {2, 3, 1}) {
            REQUIRE(add(*store, new_ticket(i)).has_value());
        }
        const auto listed = store->list({.limit = 2});
        REQUIRE(listed.size() == 2);
        CHECK(listed[0] == new_ticket(3).ticket);
        CHECK(listed[1] == new_ticket(2).ticket);
    }
    SECTION("sites do not see each other's tickets, keys, codes and mail") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        store.reset();
        store = open("another-site");
        CHECK_FALSE(store->find(new_ticket(1).ticket.tracking_code));
        CHECK(store->list({.limit = 10}).empty());
        CHECK(store->queued_mail(10).empty());
        const auto stored = add(*store, new_ticket(1));
        REQUIRE(stored);
        CHECK_FALSE(stored->repeated);
    }
    SECTION("what happens to a ticket is kept in order, and sets its fields") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        store::Change change = message(1, "Lo miramos; ñ '\"");
        change.events.push_back(event("status", "waiting"));
        change.events.push_back(event("assignee", "Ana"));
        change.mails.push_back(
            {.to = "ana@example.org", .subject = "Hay respuesta", .text = "...", .reply_to = {}});
        const auto changed = change_now(*store, change);
        REQUIRE(changed);
        CHECK(changed->ticket.status == "waiting");
        CHECK(changed->ticket.assignee == "Ana");
        CHECK(changed->ticket.revision == 3);
        CHECK(changed->ticket.updated == change.events.front().at);
        store.reset();
        store = open("site");
        CHECK(*store->find(change.tracking_code) == changed->ticket);
        const auto events = store->events(change.tracking_code, 0);
        REQUIRE(events.size() == 3);
        CHECK(events[0].text == "Lo miramos; ñ '\"");
        CHECK(events[1].before == "new");
        CHECK(events[1].after == "waiting");
        CHECK(events[2].number == 3);
        CHECK(store->events(change.tracking_code, 2).size() == 1);
        CHECK(store->queued_mail_count() == 2);
    }
    SECTION("tickets to which something has happened since are named, and no others") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        REQUIRE(add(*store, new_ticket(2)).has_value());
        const store::Time then = new_ticket(2).ticket.received;
        CHECK(store->updated(then) == std::vector<std::string>{"AAAA-BBBB-CCCC-1002"});
        REQUIRE(change_now(*store, message(1, "Hola")).has_value());
        CHECK(store->updated(then + std::chrono::milliseconds(1)) ==
              std::vector<std::string>{"AAAA-BBBB-CCCC-1001"});
    }
    SECTION("how it went with tickets is told by when they were received") {
        store::NewTicket owed = new_ticket(1);
        owed.ticket.due = owed.ticket.received + std::chrono::hours(4);
        owed.ticket.queue = "faults";
        REQUIRE(add(*store, owed).has_value());
        REQUIRE(add(*store, new_ticket(2)).has_value());
        store::Change answered = message(1, "Hola");
        answered.events.push_back(event("status", "solved"));
        REQUIRE(change_now(*store, answered).has_value());
        const store::Time first = owed.ticket.received;
        const auto courses = store->courses(first, first + std::chrono::hours(1));
        REQUIRE(courses.size() == 2);
        CHECK(courses[0] == store::Course{.language = "es",
                                          .queue = "faults",
                                          .received = first,
                                          .due = owed.ticket.due,
                                          .answered = answered.events[0].at,
                                          .over = answered.events[1].at,
                                          .satisfaction = {}});
        CHECK_FALSE(courses[1].answered.has_value());
        CHECK_FALSE(courses[1].over.has_value());
        CHECK(store->courses(first, first).empty());
        CHECK(store->courses(first + std::chrono::milliseconds(1), first + std::chrono::hours(1))
                  .size() == 1);
        store.reset();
        CHECK(open("another")->courses(first, first + std::chrono::hours(1)).empty());
    }
    SECTION("a change that is sent twice happens once, and only with the same content") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        store::Change change = message(1, "Hola");
        change.idempotency_key = "0123456789abcdef";
        change.body_hash = "one";
        CHECK_FALSE(change_now(*store, change).value().repeated);
        CHECK(change_now(*store, change).value().repeated);
        change.body_hash = "two";
        CHECK(change_now(*store, change).error() == store::Fault::kKeyReused);
        CHECK(store->events(change.tracking_code, 0).size() == 1);
        CHECK(store->find(change.tracking_code)->revision == 1);
    }
    SECTION("a change of a ticket that has moved on is refused as a whole") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        REQUIRE(change_now(*store, message(1, "Hola")));
        store::Change late = message(1, "Tarde");
        late.revision = 0;
        late.events.push_back(event("status", "solved"));
        CHECK(change_now(*store, late).error() == store::Fault::kChanged);
        CHECK(store->find(late.tracking_code)->status == "new");
        CHECK(store->events(late.tracking_code, 0).size() == 1);
        late.revision = 1;
        CHECK(change_now(*store, late).has_value());
    }
    SECTION("a ticket that is erased is gone with all that hangs on it, and nothing else is") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        REQUIRE(add(*store, new_ticket(2)).has_value());
        REQUIRE(change_now(*store, message(1, "Hola")));
        REQUIRE(change_now(*store, message(2, "Hola")));
        const std::string code = new_ticket(1).ticket.tracking_code;
        const auto erase = [&] {
            std::promise<std::expected<bool, store::Fault>> erased;
            store->erase(code, new_ticket(1).ticket.received,
                         [&](auto result) { erased.set_value(result); });
            return erased.get_future().get().value();
        };
        CHECK(erase());
        CHECK_FALSE(erase());
        CHECK_FALSE(store->find(code));
        CHECK(store->events(code, 0).empty());
        REQUIRE(store->queued_mail_count() == 1);
        CHECK(store->queued_mail(1).at(0).tracking_code == new_ticket(2).ticket.tracking_code);
        CHECK(store->events(new_ticket(2).ticket.tracking_code, 0).size() == 1);
        CHECK(add(*store, new_ticket(1)).value().repeated == false);
    }
    SECTION("a change of no ticket is refused") {
        CHECK(change_now(*store, message(1, "Hola")).error() == store::Fault::kNoTicket);
    }
    SECTION("tickets are listed by what they are, from any place on") {
        for (int i = 1; i <= 5; ++i) {
            REQUIRE(add(*store, new_ticket(i)).has_value());
        }
        store::Change solve = message(2, "Listo");
        solve.events.push_back(event("status", "solved"));
        REQUIRE(change_now(*store, solve));
        CHECK(store->list({.status = "new"}).size() == 4);
        const auto solved = store->list({.status = "solved"});
        REQUIRE(solved.size() == 1);
        CHECK(solved[0].tracking_code == new_ticket(2).ticket.tracking_code);
        CHECK(store->list({.email = "ana@example.org"}).size() == 5);
        CHECK(store->list({.email = "eva@example.org"}).empty());
        const auto page = store->list({.limit = 2});
        const auto rest =
            store->list({.received = page[1].received, .tracking_code = page[1].tracking_code});
        REQUIRE(rest.size() == 3);
        CHECK(rest[0].tracking_code == new_ticket(3).ticket.tracking_code);
    }
    SECTION("a code opens its ticket once, within its time and a few attempts") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        const std::string code = new_ticket(1).ticket.tracking_code;
        auto now = new_ticket(1).ticket.received;
        const auto later = now + std::chrono::minutes(10);
        const store::AccessToken token{"token", code, later};
        const auto redeem = [&](const std::string& hash, store::Time when) {
            std::promise<std::optional<store::Redeemed>> redeemed;
            store->redeem_code(token, hash, when, [&](auto result) { redeemed.set_value(result); });
            return redeemed.get_future().get().value();
        };
        const auto keep = [&](const std::string& hash) {
            std::promise<bool> kept;
            store->keep_code({code, hash, now, later}, new_ticket(1).mails.at(0),
                             [&](bool is) { kept.set_value(is); });
            return kept.get_future().get();
        };
        CHECK(redeem("hash", now) == store::Redeemed::kExpired);
        REQUIRE(keep("hash"));
        CHECK(store->queued_mail_count() == 2);
        CHECK(redeem("hash", later) == store::Redeemed::kExpired);
        CHECK(redeem("other", now) == store::Redeemed::kWrong);
        CHECK_FALSE(store->find_token("token", now));
        CHECK(redeem("hash", now) == store::Redeemed::kYes);
        CHECK(store->find_token("token", now) == token);
        CHECK_FALSE(store->find_token("token", later));
        CHECK(redeem("hash", now) == store::Redeemed::kExpired);
        REQUIRE(keep("first"));
        REQUIRE(keep("too soon"));
        CHECK(store->queued_mail_count() == 3);
        now += store::kCodePause;
        REQUIRE(keep("second"));
        CHECK(store->queued_mail_count() == 4);
        CHECK(redeem("first", now) == store::Redeemed::kWrong);
        for (int attempt = 1; attempt < store::kMaxCodeAttempts; ++attempt) {
            CHECK(redeem("guess", now) == store::Redeemed::kWrong);
        }
        CHECK(redeem("second", now) == store::Redeemed::kExpired);
    }
    SECTION("an address gets ten codes a day, whatever is asked for") {
        auto now = store::Time(std::chrono::sys_days(std::chrono::year(2026) / 11 / 23));
        const auto ask = [&] {
            now += store::kCodePause;
            std::promise<bool> kept;
            store->keep_code(
                {new_ticket(1).ticket.tracking_code, "hash", now, now + std::chrono::hours(1)},
                new_ticket(1).mails.at(0), [&](bool is) { kept.set_value(is); });
            REQUIRE(kept.get_future().get());
            return store->queued_mail_count() - 1;
        };
        REQUIRE(add(*store, new_ticket(1)).has_value());
        for (int i = 1; i <= store::kMaxCodesADay; ++i) {
            CHECK(ask() == i);
        }
        CHECK(ask() == store::kMaxCodesADay);
        now += std::chrono::days(1);
        CHECK(ask() == store::kMaxCodesADay + 1);
    }
    SECTION("keys are found by their hash until they are removed, each name once") {
        const store::ApiKey key{"hash", "desk", "tickets:read tickets:write",
                                new_ticket(1).ticket.received};
        CHECK(store->add_key(key));
        CHECK_FALSE(store->add_key({"other", "desk", "", {}}));
        CHECK(store->find_key("hash") == key);
        CHECK(store->keys() == std::vector{key});
        CHECK(store->remove_key("desk"));
        CHECK_FALSE(store->remove_key("desk"));
        CHECK_FALSE(store->find_key("hash"));
    }
    SECTION("a secret is made once and stays the same") {
        CHECK(store->secret("forms", "first") == "first");
        CHECK(store->secret("forms", "second") == "first");
        CHECK(store->secret("receipts", "third") == "third");
    }
    SECTION(
        "votes are added up by article and language, and are there after the store was closed") {
        CHECK(count_later(*store, {"wifi", "es", {.yes = 1}}).get());
        CHECK(count_later(*store, {"wifi", "en", {.no = 1}}).get());
        CHECK(count_later(*store, {"bill", "es", {.wrong = 1}}).get());
        CHECK(count_later(*store, {"wifi", "es", {.no = 1, .unclear = 2}}).get());
        CHECK(count_later(*store, {"wifi", "es", {.yes = 1, .unanswered = 1}}).get());
        store.reset();
        store = open("site");
        CHECK(store->votes({}) ==
              std::vector<store::ArticleVotes>{
                  {"bill", "es", {.wrong = 1}},
                  {"wifi", "en", {.no = 1}},
                  {"wifi", "es", {.yes = 2, .no = 1, .unanswered = 1, .unclear = 2}}});
    }
    SECTION("votes are asked for from a day on") {
        for (int day = 0; day < 3; ++day) {
            CHECK(count_later(*store, {"wifi", "es", {.yes = 1}}, kSomeDay + std::chrono::days(day))
                      .get());
        }
        CHECK(store->votes(kSomeDay + std::chrono::days(1)) ==
              std::vector<store::ArticleVotes>{{"wifi", "es", {.yes = 2}}});
        CHECK(store->votes(kSomeDay + std::chrono::days(3)).empty());
    }
    SECTION("votes that wait in one batch are all counted") {
        std::vector<std::future<bool>> outcomes;
        for (int i = 0; i < 64; ++i) {
            outcomes.push_back(count_later(*store, {"wifi", "es", {.yes = 1}}));
        }
        for (auto& outcome : outcomes) {
            CHECK(outcome.get());
        }
        CHECK(store->votes({}) == std::vector<store::ArticleVotes>{{"wifi", "es", {.yes = 64}}});
    }
    SECTION("sites do not see each other's votes") {
        CHECK(count_later(*store, {"wifi", "es", {.yes = 1}}).get());
        store.reset();
        store = open("another-site");
        CHECK(store->votes({}).empty());
        CHECK(count_later(*store, {"wifi", "es", {.no = 1}}).get());
        CHECK(store->votes({}) == std::vector<store::ArticleVotes>{{"wifi", "es", {.no = 1}}});
    }
    SECTION("a store that closes answers everything that was asked first") {
        std::vector<std::future<Outcome>> outcomes;
        for (int i = 0; i < 200; ++i) {
            outcomes.push_back(add_later(*store, new_ticket(i)));
        }
        store.reset();
        for (auto& outcome : outcomes) {
            CHECK(outcome.get().has_value());
        }
        store = open("site");
        CHECK(store->list({.limit = 300}).size() == 200);
    }
    SECTION("a store that can be written to says so") {
        std::promise<bool> healthy;
        store->check([&](bool answer) { healthy.set_value(answer); });
        CHECK(healthy.get_future().get());
    }
}

}  // namespace ventanilla::test
