// server/tickets/ticket_service.h
//
// Takes in new tickets: from the HTTP request to the durable row and the answer. docs/api.md is its
// contract with clients.
//
//   TicketService service(site, texts, store, letters, tokens, {.on_stored = [&](const auto&) { mail.wake(); }});
//   Route("POST", "/api/v1/tickets", Access::form(), service.handler());
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "core/site/site.h"
#include "server/api/texts.h"
#include "server/crypto/crypto.h"
#include "server/forms/form_tokens.h"
#include "server/http/message.h"
#include "server/requests/request_mail.h"
#include "server/store/store.h"
#include "server/time/timestamps.h"

namespace ventanilla::tickets {

struct Surroundings {
    std::function<store::Time()> clock = server::now;
    std::function<std::array<std::uint8_t, 16>()> random = server::random_bytes;
    // The refusal of a request with this e-mail address, which may be empty; nothing lets it through.
    std::function<std::optional<http::Response>(const http::Request&, std::string_view email)>
        refuse = [](const auto&, auto) { return std::nullopt; };
    // Before the answer, from a thread of the store.
    std::function<void(const store::Ticket&)> on_stored = [](const auto&) {};
    // What goes with the answer, so that its receipt can be had; empty: there is none.
    std::function<std::string(std::string_view code)> receipt_token = [](auto) {
        return std::string();
    };
};

class TicketService {
public:
    // All five must outlive the service and every request that it has taken.
    TicketService(const site::Site& site, const api::Texts& texts, store::Store& store,
                  const requests::RequestMail& mail, const forms::FormTokens& tokens,
                  Surroundings surroundings);

    // Answers exactly once, now or from a thread of the store.
    void submit(const http::Request& request, http::Respond respond);
    http::Handler handler();
    // A form token for the request's idempotency key: what the other one is called with.
    http::Handler token_handler();

private:
    struct Submission;

    void store_it(std::shared_ptr<Submission> submission);
    // Nobody is told of it, but the team that there is one.
    void hold(store::NewTicket& added);
    void answer(const std::shared_ptr<Submission>& submission,
                const std::expected<store::Stored, store::Fault>& outcome);

    const site::Site& site_;
    const api::Texts& texts_;
    store::Store& store_;
    const requests::RequestMail& mail_;
    const forms::FormTokens& tokens_;
    Surroundings surroundings_;
    std::atomic<store::Time> told_of_quarantine_{store::Time()};
};

}  // namespace ventanilla::tickets
