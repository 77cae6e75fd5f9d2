// tests/server/store_samples.h
//
// Tickets and what happens to them, for tests of a store, and asking it while waiting for the answer.
#pragma once

#include <expected>
#include <future>
#include <memory>
#include <string>
#include <utility>

#include "server/store/store.h"

namespace ventanilla::test {

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
                   .email = "ana@example.org",
                   .received = store::Time(std::chrono::milliseconds(1'790'000'000'000 + number)),
                   .updated = store::Time(std::chrono::milliseconds(1'790'000'000'000 + number))},
        .mails = {{.to = "team@example.org",
                   .subject = "Avería " + digits,
                   .text = "Ha llegado una solicitud.",
                   .reply_to = "ana@example.org"}},
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

inline Outcome change_now(store::Store& store, store::Change change) {
    std::promise<Outcome> outcome;
    store.change(std::move(change), [&](Outcome result) { outcome.set_value(std::move(result)); });
    return outcome.get_future().get();
}

inline store::Event event(std::string kind, std::string after = {}) {
    return {.at = new_ticket(5000).ticket.received,
            .kind = std::move(kind),
            .actor = "team",
            .author = "Ana",
            .after = std::move(after)};
}

// A message of the team on the ticket of that number.
inline store::Change message(int number, const std::string& text) {
    store::Change change{.tracking_code = new_ticket(number).ticket.tracking_code,
                         .events = {event("message")}};
    change.events.front().text = text;
    return change;
}

inline constexpr store::Day kSomeDay{std::chrono::days(20'778)};

inline std::future<bool> count_later(store::Store& store, store::ArticleVotes votes,
                                     store::Day day = kSomeDay) {
    auto promise = std::make_shared<std::promise<bool>>();
    auto counted = promise->get_future();
    store.count(std::move(votes), day, [promise](bool is) { promise->set_value(is); });
    return counted;
}

}  // namespace ventanilla::test
