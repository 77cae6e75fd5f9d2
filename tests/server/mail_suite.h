// tests/server/mail_suite.h
//
// What every store promises about the mail that tells of tickets, as store_suite.h.
#pragma once

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/server/store_samples.h"
#include "tests/server/store_suite.h"

namespace ventanilla::test {

inline void mail_suite(const OpenStore& open) {
    auto store = open("site");

    SECTION("a ticket's announcement waits from the moment that the ticket is stored") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        const auto queue = store->queued_mail(10);
        REQUIRE(queue.size() == 1);
        CHECK(queue[0].mail == new_ticket(1).mails.at(0));
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
        CHECK(queue[0].mail == new_ticket(2).mails.at(0));
        CHECK(queue[1].attempts == 1);
        CHECK(queue[1].last_error == "no connection");
        CHECK(queue[1].next_attempt == later);

        const auto now = first.next_attempt + std::chrono::seconds(1);
        CHECK(store->mail_due_now(now));
        queue = store->queued_mail(10);
        CHECK(queue[0].next_attempt == new_ticket(2).ticket.received);
        CHECK(queue[1].next_attempt == now);
    }
    SECTION("mail is taken by one server alone, and is free again when its time is over") {
        REQUIRE(add(*store, new_ticket(1)).has_value());
        const auto mail = store->queued_mail(1).at(0);
        const auto until = mail.next_attempt + std::chrono::minutes(2);
        CHECK(store->claim_mail(mail, until) == true);
        CHECK(store->claim_mail(mail, until) == false);
        const auto taken = store->queued_mail(1).at(0);
        CHECK(taken.next_attempt == until);
        CHECK(store->claim_mail(taken, until + std::chrono::minutes(2)) == true);
    }
    SECTION("an address that nobody has shown to be hers gets one unasked mail a day, a verified "
            "one all") {
        const auto unasked = [&](int number, std::chrono::hours later) {
            auto ticket = new_ticket(number);
            ticket.ticket.received += later;
            ticket.mails = {{.to = "Ana@example.org",
                             .subject = "Recibida",
                             .text = "...",
                             .reply_to = {},
                             .is_unasked = true}};
            REQUIRE(add(*store, ticket).has_value());
            return store->queued_mail_count();
        };
        CHECK(unasked(1, {}) == 1);
        CHECK(unasked(2, std::chrono::hours(23)) == 1);
        CHECK(unasked(3, std::chrono::hours(25)) == 2);
        CHECK(unasked(4, std::chrono::hours(26)) == 2);
        const auto now = new_ticket(1).ticket.received;
        std::promise<bool> kept;
        store->keep_code(
            {new_ticket(1).ticket.tracking_code, "hash", now, now + std::chrono::hours(1)},
            new_ticket(1).mails.at(0), [&](bool is) { kept.set_value(is); });
        REQUIRE(kept.get_future().get());
        std::promise<bool> redeemed;
        store->redeem_code(
            {"token", new_ticket(1).ticket.tracking_code, now}, "hash", now,
            [&](auto result) { redeemed.set_value(result == store::Redeemed::kYes); });
        REQUIRE(redeemed.get_future().get());
        CHECK(unasked(5, std::chrono::hours(27)) == 4);
        CHECK(unasked(6, std::chrono::hours(28)) == 5);
    }
    SECTION("a mail that follows up waits for its day, and is gone when anything happens before") {
        const auto solve = [&](int number) {
            REQUIRE(add(*store, new_ticket(number)).has_value());
            store::Change change{.tracking_code = new_ticket(number).ticket.tracking_code,
                                 .events = {event("status", "solved")},
                                 .mails = {{.to = "ana@example.org",
                                            .subject = "¿Está resuelta?",
                                            .text = "...",
                                            .reply_to = {},
                                            .follows_up = std::chrono::days(3)}}};
            REQUIRE(change_now(*store, std::move(change)));
        };
        const auto follow_ups = [&] {
            int count = 0;
            for (const store::QueuedMail& queued : store->queued_mail(10)) {
                count += queued.mail.subject == "¿Está resuelta?" ? 1 : 0;
            }
            return count;
        };
        solve(1);
        solve(2);
        CHECK(store->queued_mail_count() == 2);
        CHECK(follow_ups() == 2);
        const store::Time solved = event("status").at;
        CHECK(store->queued_mail(10).back().next_attempt == solved + std::chrono::days(3));
        CHECK(store->mail_due_now(solved));
        CHECK(store->queued_mail(10).back().next_attempt == solved + std::chrono::days(3));

        REQUIRE(change_now(*store, {.tracking_code = new_ticket(1).ticket.tracking_code,
                                    .events = {event("note"), event("tags", "fibra")}}));
        CHECK(follow_ups() == 2);
        REQUIRE(change_now(*store, message(1, "Sigue igual")));
        CHECK(follow_ups() == 1);
        REQUIRE(change_now(*store, {.tracking_code = new_ticket(2).ticket.tracking_code,
                                    .events = {event("satisfaction", "good")}}));
        CHECK(follow_ups() == 0);
    }
    SECTION("what is held in quarantine tells nobody until it is let out, and then everybody") {
        store::NewTicket held = new_ticket(1);
        const store::Time now = held.ticket.received;
        REQUIRE(store->webhooks().add({.name = "desk",
                                       .url = "https://desk.example/",
                                       .types = {},
                                       .secret = "whsec_c2VjcmV0",
                                       .created = now}));
        held.ticket.quarantine = "trap";
        held.mails.front().is_held = true;
        held.mails.push_back(new_ticket(9).mails.front());
        REQUIRE(add(*store, held).has_value());
        REQUIRE(add(*store, new_ticket(2)).has_value());
        const std::string code = held.ticket.tracking_code;
        const auto mails = [&] {
            return std::ranges::count(store->queued_mail(10), code,
                                      &store::QueuedMail::tracking_code);
        };
        const auto calls = [&] {
            return std::ranges::count(store->webhooks().log("desk", 10), code,
                                      &store::Call::tracking_code);
        };
        CHECK(store->find(code)->quarantine == "trap");
        CHECK(store->list({.is_quarantined = true}).size() == 1);
        CHECK(store->list({.is_quarantined = false}).size() == 1);
        CHECK(store->list({}).size() == 2);
        CHECK(store->quarantined_count() == 1);
        CHECK(store->courses({}, now + std::chrono::days(9)).size() == 1);
        CHECK(store->mail_due_now(now + std::chrono::days(9)));
        CHECK(mails() == 1);
        CHECK(calls() == 0);

        store::Change release = message(1, "");
        release.events.front().kind = "quarantine";
        REQUIRE(change_now(*store, release).has_value());
        CHECK(store->find(code)->quarantine.empty());
        CHECK(store->quarantined_count() == 0);
        CHECK(store->list({.is_quarantined = false}).size() == 2);
        CHECK(mails() == 2);
        REQUIRE(calls() == 1);
        CHECK(store->webhooks().log("desk", 10).front().type == store::kCreated);
    }
}

}  // namespace ventanilla::test
