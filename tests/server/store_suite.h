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
#include <future>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/store.h"

namespace ventanilla::test {

using OpenStore = std::function<std::unique_ptr<store::Store>(std::string_view site)>;
using Outcome = std::expected<store::Stored, store::Fault>;

inline store::NewTicket new_ticket(int number) {
    const std::string digits = std::to_string(1000 + number);
    return {
        .ticket = {.tracking_code = "AAAA-BBBB-CCCC-" + digits,
                   .language = "es",
                   .form = "contact",
                   .fields = R"({"message":"No funciona; DROP TABLE tickets; -- ñ"})",
                   .transcript = {},
                   .context = R"({"page":"https://shop.example/"})",
                   .received = store::Time(std::chrono::milliseconds(1'790'000'000'000 + number))},
        .announcement = {.to = "team@example.org",
                         .subject = "Avería " + digits,
                         .text = "Ha llegado una solicitud.",
                         .reply_to = "ana@example.org"},
        .idempotency_key = "key-of-the-request-" + digits,
        .body_hash = "hash-" + digits};
}

inline std::future<Outcome> add_later(store::Store& store, store::NewTicket ticket) {
    auto promise = std::make_shared<std::promise<Outcome>>();
    auto outcome = promise->get_future();
    store.add(std::move(ticket),
              [promise](Outcome result) { promise->set_value(std::move(result)); });
    return outcome;
}

inline Outcome add(store::Store& store, store::NewTicket ticket) {
    return add_later(store, std::move(ticket)).get();
}

inline constexpr store::Day kSomeDay{std::chrono::days(20'778)};

inline std::future<bool> count_later(store::Store& store, store::ArticleVotes votes,
                                     store::Day day = kSomeDay) {
    auto promise = std::make_shared<std::promise<bool>>();
    auto counted = promise->get_future();
    store.count(std::move(votes), day, [promise](bool is) { promise->set_value(is); });
    return counted;
}

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
        CHECK(store->list(10).size() == 1);
        CHECK(store->queued_mail(10).size() == 1);
    }
    SECTION("a key of another request is refused") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        auto other = new_ticket(2);
        other.idempotency_key = new_ticket(1).idempotency_key;
        CHECK(add(*store, other).error() == store::Fault::kKeyReused);
        CHECK(store->list(10).size() == 1);
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
        CHECK(store->list(100).size() == 64);
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
        CHECK(store->list(10).size() == 1);
    }
    SECTION("tickets are listed newest first, as many as are asked for") {
        for (int i : {2, 3, 1}) {
            REQUIRE(add(*store, new_ticket(i)).has_value());
        }
        const auto listed = store->list(2);
        REQUIRE(listed.size() == 2);
        CHECK(listed[0] == new_ticket(3).ticket);
        CHECK(listed[1] == new_ticket(2).ticket);
    }
    SECTION("a ticket's announcement waits from the moment that the ticket is stored") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        const auto queue = store->queued_mail(10);
        REQUIRE(queue.size() == 1);
        CHECK(queue[0].mail == new_ticket(1).announcement);
        CHECK(queue[0].tracking_code == new_ticket(1).ticket.tracking_code);
        CHECK(queue[0].attempts == 0);
        CHECK(queue[0].next_attempt == new_ticket(1).ticket.received);
    }
    SECTION("mail that was sent leaves the queue, and its number is never given again") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        const auto id = store->queued_mail(1).at(0).id;
        CHECK(store->mail_sent(id));
        CHECK(store->queued_mail_count() == 0);
        store.reset();
        store = open("site");
        REQUIRE(add(*store, new_ticket(2)).has_value());
        CHECK(store->queued_mail(1).at(0).id > id);
    }
    SECTION("mail that failed waits behind the others until its time, or until it is made due") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        REQUIRE(add(*store, new_ticket(2)).has_value());
        const auto first = store->queued_mail(1).at(0);
        const auto later = first.next_attempt + std::chrono::hours(1);
        CHECK(store->mail_failed(first.id, "no connection", later));
        auto queue = store->queued_mail(10);
        REQUIRE(queue.size() == 2);
        CHECK(queue[0].mail == new_ticket(2).announcement);
        CHECK(queue[1].attempts == 1);
        CHECK(queue[1].last_error == "no connection");
        CHECK(queue[1].next_attempt == later);

        const auto now = first.next_attempt + std::chrono::seconds(1);
        CHECK(store->mail_due_now(now));
        queue = store->queued_mail(10);
        CHECK(queue[0].next_attempt == new_ticket(2).ticket.received);
        CHECK(queue[1].next_attempt == now);
    }
    SECTION("sites do not see each other's tickets, keys, codes and mail") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        store.reset();
        store = open("another-site");
        CHECK_FALSE(store->find(new_ticket(1).ticket.tracking_code));
        CHECK(store->list(10).empty());
        CHECK(store->queued_mail(10).empty());
        const auto stored = add(*store, new_ticket(1));
        REQUIRE(stored);
        CHECK_FALSE(stored->repeated);
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
        CHECK(store->list(300).size() == 200);
    }
    SECTION("a store that can be written to says so") {
        std::promise<bool> healthy;
        store->check([&](bool answer) { healthy.set_value(answer); });
        CHECK(healthy.get_future().get());
    }
}

}  // namespace ventanilla::test
