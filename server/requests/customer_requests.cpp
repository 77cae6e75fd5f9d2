#include "server/requests/customer_requests.h"

#include <charconv>
#include <functional>
#include <utility>

#include "core/base/json.h"
#include "server/api/form_data.h"
#include "server/api/idempotency_key.h"
#include "server/requests/attached.h"
#include "server/requests/by_code.h"
#include "server/requests/request_json.h"
#include "server/requests/with_body.h"

namespace ventanilla::requests {
namespace {

using base::Json;
using ticket::EventKind;
using ticket::Status;

constexpr int kCrowdedPause = 60;  // seconds
constexpr const char* kCollection = "/api/v1/requests/{code}";

store::Event customer_event(store::Time at, EventKind kind) {
    return {.at = at,
            .kind = std::string(name(kind)),
            .actor = std::string(name(ticket::Actor::kCustomer))};
}

store::Event status_event(store::Time at, Status status) {
    store::Event event = customer_event(at, EventKind::kStatus);
    event.after = name(status);
    return event;
}

Status status_of(const store::Ticket& ticket) {
    return ticket::status(ticket.status).value_or(Status::kOpen);
}

http::Problem not_now(const Speech& speech) {
    return {.status = 409,
            .type = "/problems/not-now",
            .title = speech.messages().text("server.problem.not_now.title"),
            .detail = speech.messages().text("server.problem.not_now")};
}

http::Problem not_opened(const Speech& speech, store::Redeemed redeemed) {
    const text::Messages& messages = speech.messages();
    return redeemed == store::Redeemed::kWrong
               ? http::Problem{.status = 403,
                               .type = "/problems/wrong-code",
                               .detail = messages.text("server.problem.wrong_code")}
               : http::Problem{.status = 410,
                               .type = "/problems/expired-code",
                               .detail = messages.text("server.problem.expired_code")};
}

// Behind which one what happens is told: what the client says, or `newest`. Nothing: that is no number.
std::optional<int> last_event(const http::Request& request, int newest) {
    std::string number(request.headers.get("Last-Event-ID"));
    const auto query = api::FormData::read(request.query);
    if (number.empty() && query) {
        number = query->get("after");
    }
    int after = newest;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), after);
    const bool is_number =
        error == std::errc() && end == number.data() + number.size() && after >= 0;
    return is_number || number.empty() ? std::optional(after) : std::nullopt;
}

// Six digits that nobody can guess. 2^64 is so much more than a million that none is likelier than another.
std::string six_digits(const std::array<std::uint8_t, 16>& random) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        number = number << 8U | random.at(i);
    }
    const std::string digits = std::to_string(number % 1'000'000);
    return std::string(6 - digits.size(), '0') + digits;
}

}  // namespace

std::vector<http::Route> CustomerRequests::routes() {
    using http::Access;
    using Answer =
        void (CustomerRequests::*)(const http::Request&, const std::string&, const http::Respond&);
    std::vector<http::Route> routes;
    const auto add = [&](const char* method, const std::string& path, Access access,
                         Answer handler) {
        const std::string pattern = kCollection + path;
        routes.emplace_back(method, pattern, std::move(access),
                            by_code(pattern, site_, texts_, std::bind_front(handler, this)));
    };
    add("POST", "/code", Access::own_pages(), &CustomerRequests::send_code);
    add("POST", "/token", Access::own_pages(), &CustomerRequests::open);
    add("GET", "", Access::customer(), &CustomerRequests::show);
    add("GET", "/events", Access::customer(), &CustomerRequests::watch);
    add("POST", "/messages", Access::customer(), &CustomerRequests::write);
    add("GET", "/attachments/{number}", Access::customer(), &CustomerRequests::hand_out);
    add("POST", "/status", Access::customer(), &CustomerRequests::set_status);
    add("POST", "/satisfaction", Access::customer(), &CustomerRequests::rate);
    return routes;
}

void CustomerRequests::send_code(const http::Request& request, const std::string& code,
                                 const http::Respond& respond) {
    const bool is_taken =
        pool_.submit([this, code, respond, speech = speech_of(request, site_, texts_)] {
            // The same answer whether there is such a request or not, and whether a mail goes out or not.
            const auto sent = [respond, speech, code, this](bool is_kept) {
                surroundings_.on_change(code);
                respond(is_kept ? http::json_response(202, {{"status", "sent"}})
                                : refusal(unavailable(speech)));
            };
            try {
                const auto ticket = store_.find(code);
                const std::string digits = six_digits(surroundings_.random());
                auto mail = ticket ? mail_.code(*ticket, digits) : std::nullopt;
                if (!mail) {
                    sent(true);
                    return;
                }
                const store::Time now = surroundings_.clock();
                store_.keep_code({.tracking_code = code,
                                  .code_hash = hash_of(digits, code),
                                  .sent = now,
                                  .expires = now + kCodeLife},
                                 std::move(*mail), sent);
            } catch (const std::exception&) {
                sent(false);
            }
        });
    if (!is_taken) {
        respond(refusal(unavailable(speech_of(request, site_, texts_))));
    }
}

void CustomerRequests::open(const http::Request& request, const std::string& code,
                            const http::Respond& respond) {
    const Speech caller = speech_of(request, site_, texts_);
    with_body(caller, request, respond, read_code, [&](const std::string& typed) {
        const store::Time now = surroundings_.clock();
        const std::string token = server::random_token();
        store_.redeem_code({.token_hash = server::sha256_hex(token),
                            .tracking_code = code,
                            .expires = now + kTokenLife},
                           hash_of(typed, code), now,
                           [respond, caller, token, now](std::optional<store::Redeemed> redeemed) {
                               if (!redeemed) {
                                   respond(refusal(unavailable(caller)));
                               } else if (*redeemed == store::Redeemed::kYes) {
                                   respond(http::json_response(
                                       200, {{"token", token},
                                             {"expires_at", server::rfc3339(now + kTokenLife)}}));
                               } else {
                                   respond(refusal(not_opened(caller, *redeemed)));
                               }
                           });
    });
}

void CustomerRequests::show(const http::Request& request, const std::string& code,
                            const http::Respond& respond) {
    const auto ticket = store_.find(code);
    respond(ticket ? http::json_response(200, for_customer(*ticket, store_.events(code, 0),
                                                           store_.attachments(code)))
                   : refusal(no_ticket(speech_of(request, site_, texts_))));
}

void CustomerRequests::watch(const http::Request& request, const std::string& code,
                             const http::Respond& respond) {
    const Speech caller = speech_of(request, site_, texts_);
    const auto ticket = store_.find(code);
    const auto after = ticket ? last_event(request, ticket->revision) : std::nullopt;
    if (!ticket) {
        respond(refusal(no_ticket(caller)));
    } else if (!watchers_.has_room()) {
        respond(refusal({.status = 503,
                         .detail = caller.messages().text("server.problem.watchers"),
                         .retry_after = kCrowdedPause}));
    } else if (!after) {
        respond(refusal({.status = 400,
                         .type = "/problems/query",
                         .detail = caller.messages().text("server.problem.last_event")}));
    } else {
        respond({.status = 200,
                 .headers = {{"Content-Type", "text/event-stream"},
                             {"Cache-Control", "no-store"},
                             // Of proxies that would collect it first.
                             {"X-Accel-Buffering", "no"}},
                 .body = {},
                 .stream = [this, code, after](std::shared_ptr<http::Stream> stream) {
                     watchers_.add(code, *after, std::move(stream));
                 }});
    }
}

void CustomerRequests::hand_out(const http::Request& request, const std::string& code,
                                const http::Respond& respond) {
    respond(requests::hand_out(speech_of(request, site_, texts_), store_,
                               for_customers(store_.events(code, 0), store_.attachments(code)),
                               request.path));
}

void CustomerRequests::write(const http::Request& request, const std::string& code,
                             const http::Respond& respond) {
    const Speech caller = speech_of(request, site_, texts_);
    const auto key = api::idempotency_key(request.headers);
    if (!key) {
        respond(api::refuse_key(caller.messages()));
        return;
    }
    with_body(caller, request, respond, read_message, [&](const Message& message) {
        changes_.change(
            caller, code,
            [this, key = *key, hash = server::sha256_hex(request.body),
             message](const store::Ticket& ticket) -> Read<store::Change> {
                const store::Time now = surroundings_.clock();
                store::Change change{.tracking_code = ticket.tracking_code,
                                     .events = {customer_event(now, EventKind::kMessage)},
                                     .mails = {mail_.reply(ticket, message.text, message.files)},
                                     .files = message.files,
                                     .idempotency_key = key,
                                     .body_hash = hash};
                change.events.front().text = message.text;
                const Status before = status_of(ticket);
                const Status after = ticket::after_message(ticket::Actor::kCustomer, before);
                if (after != before) {
                    change.events.push_back(status_event(now, after));
                }
                return change;
            },
            answer(respond, 201));
    });
}

void CustomerRequests::set_status(const http::Request& request, const std::string& code,
                                  const http::Respond& respond) {
    const Speech caller = speech_of(request, site_, texts_);
    with_body(caller, request, respond, read_status, [&](Status status) {
        changes_.change(
            caller, code,
            [this, caller, status](const store::Ticket& ticket) -> Read<store::Change> {
                if (!ticket::can_set(ticket::Actor::kCustomer, status_of(ticket), status)) {
                    return std::unexpected(not_now(caller));
                }
                store::Change change{.tracking_code = ticket.tracking_code,
                                     .events = {status_event(surroundings_.clock(), status)}};
                if (status == Status::kOpen) {
                    change.mails.push_back(mail_.reopened(ticket));
                }
                return change;
            },
            answer(respond, 200));
    });
}

void CustomerRequests::rate(const http::Request& request, const std::string& code,
                            const http::Respond& respond) {
    const Speech caller = speech_of(request, site_, texts_);
    with_body(caller, request, respond, read_rating, [&](const Rating& rating) {
        changes_.change(
            caller, code,
            [this, caller, rating](const store::Ticket& ticket) -> Read<store::Change> {
                if (!ticket::can_rate(status_of(ticket))) {
                    return std::unexpected(not_now(caller));
                }
                store::Event event =
                    customer_event(surroundings_.clock(), EventKind::kSatisfaction);
                event.after = rating.answer;
                event.text = rating.comment;
                return store::Change{.tracking_code = ticket.tracking_code,
                                     .events = {std::move(event)}};
            },
            answer(respond, 200));
    });
}

std::string CustomerRequests::hash_of(std::string_view code, std::string_view tracking_code) {
    return server::sha256_hex(std::string(tracking_code) + ":" + std::string(code));
}

std::function<void(Changed)> CustomerRequests::answer(const http::Respond& respond,
                                                      int status) const {
    return [this, respond, status](const Changed& changed) {
        if (!changed) {
            respond(refusal(changed.error()));
            return;
        }
        surroundings_.on_change(changed->ticket.tracking_code);
        respond(http::json_response(status, for_customer(changed->ticket)));
    };
}

}  // namespace ventanilla::requests
