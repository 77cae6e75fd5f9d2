#include "server/requests/team_requests.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>

#include "core/base/json.h"
#include "core/text/fold.h"
#include "core/ticket/tracking_code.h"
#include "server/api/form_data.h"
#include "server/api/idempotency_key.h"
#include "server/http/content_negotiation.h"
#include "server/requests/admission.h"
#include "server/requests/attached.h"
#include "server/requests/by_code.h"
#include "server/requests/request_json.h"
#include "server/requests/team_changes.h"
#include "server/requests/with_body.h"

namespace ventanilla::requests {
namespace {

using base::Json;

constexpr const char* kList = "/api/v1/tickets";
constexpr const char* kItem = "/api/v1/tickets/{code}";
constexpr int kMaxListed = 100;

// Where a list goes on: when the last one of it was received, and its code.
std::string cursor_of(const store::Ticket& ticket) {
    return std::to_string(ticket.received.time_since_epoch().count()) + "." + ticket.tracking_code;
}

bool read_cursor(std::string_view cursor, store::TicketFilter& filter) {
    const std::size_t dot = cursor.find('.');
    std::int64_t milliseconds = 0;
    const auto [end, error] =
        std::from_chars(cursor.data(), cursor.data() + std::min(dot, cursor.size()), milliseconds);
    const auto code = dot == std::string_view::npos
                          ? std::nullopt
                          : ticket::normalise_tracking_code(cursor.substr(dot + 1));
    if (error != std::errc() || end != cursor.data() + dot || !code) {
        return false;
    }
    filter.received = store::Time(std::chrono::milliseconds(milliseconds));
    filter.tracking_code = *code;
    return true;
}

bool read_limit(std::string_view text, int& limit) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
    return error == std::errc() && end == text.data() + text.size() && limit >= 1 &&
           limit <= kMaxListed;
}

Read<store::TicketFilter> read_filter(const Speech& speech, const std::string& query) {
    store::TicketFilter filter{.is_quarantined = false};
    const auto form = api::FormData::read(query);
    bool is_fine = form.has_value();
    const auto pairs = form.value_or(api::FormData()).pairs();
    for (const auto& [name, value] : pairs) {
        if (name == "status") {
            filter.status = value;
            is_fine = is_fine && ticket::status(value);
        } else if (name == "queue") {
            filter.queue = value;
        } else if (name == "assignee") {
            filter.assignee = value;
        } else if (name == "email") {
            filter.email = text::lower(value);
        } else if (name == "quarantined") {
            filter.is_quarantined = value == "true";
            is_fine = is_fine && (value == "true" || value == "false");
        } else if (name == "limit") {
            is_fine = read_limit(value, filter.limit) && is_fine;
        } else if (name == "cursor") {
            is_fine = read_cursor(value, filter) && is_fine;
        } else {
            is_fine = false;
        }
    }
    if (!is_fine) {
        return std::unexpected(
            http::Problem{.status = 400,
                          .type = "/problems/query",
                          .detail = speech.messages().text("server.problem.query")});
    }
    return filter;
}

// RFC 9110: an entity's tag is its text in quotation marks.
std::string tag_of(const store::Ticket& ticket) {
    return "\"" + std::to_string(ticket.revision) + "\"";
}

std::optional<int> revision_of(std::string_view tag) {
    int revision = 0;
    if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"') {
        return std::nullopt;
    }
    const char* end = tag.data() + tag.size() - 1;
    const auto [stop, error] = std::from_chars(tag.data() + 1, end, revision);
    return error == std::errc() && stop == end ? std::optional(revision) : std::nullopt;
}

Read<TeamMessage> read_note(const Speech& speech, std::string_view body) {
    auto note = read_team_message(speech, body);
    if (note && note->status) {
        return std::unexpected(
            http::Problem{.status = 422,
                          .type = "/problems/validation",
                          .title = speech.messages().text("server.problem.validation.title"),
                          .detail = speech.messages().text("server.problem.validation"),
                          .errors = {{.pointer = "/status",
                                      .code = "server.problem.member",
                                      .detail = speech.messages().text("server.problem.member")}}});
    }
    return note;
}

}  // namespace

std::vector<http::Route> TeamRequests::routes() {
    using http::Access;
    using Answer =
        void (TeamRequests::*)(const http::Request&, const std::string&, const http::Respond&);
    std::vector<http::Route> routes;
    routes.emplace_back("GET", kList, Access::key(kReadScope),
                        [this](const http::Request& request, const http::Respond& respond) {
                            list(request, respond);
                        });
    const auto route = [&](const char* method, const std::string& path, const char* scope,
                           Answer handler) {
        const std::string pattern = kItem + path;
        routes.emplace_back(method, pattern, Access::key(scope),
                            by_code(pattern, site_, texts_, std::bind_front(handler, this)));
    };
    route("GET", "", kReadScope, &TeamRequests::show);
    route("PATCH", "", kWriteScope, &TeamRequests::set);
    route("DELETE", "", kEraseScope, &TeamRequests::erase);
    route("GET", "/attachments/{number}", kReadScope, &TeamRequests::hand_out);
    route("POST", "/messages", kWriteScope, &TeamRequests::write);
    route("POST", "/notes", kWriteScope, &TeamRequests::note);
    return routes;
}

void TeamRequests::list(const http::Request& request, const http::Respond& respond) {
    const Speech caller = speech_of(request, site_, texts_);
    auto filter = read_filter(caller, request.query);
    if (!filter) {
        respond(refusal(filter.error()));
        return;
    }
    // One more tells whether there are more.
    const int limit = filter->limit++;
    std::vector<store::Ticket> tickets = store_.list(*filter);
    const bool is_more = static_cast<int>(tickets.size()) > limit;
    tickets.resize(std::min(tickets.size(), static_cast<std::size_t>(limit)));
    Json items = Json::array();
    for (const store::Ticket& ticket : tickets) {
        items.push_back(for_team(ticket));
    }
    Json json = {{"tickets", std::move(items)}};
    if (is_more) {
        json["next_cursor"] = cursor_of(tickets.back());
    }
    respond(http::json_response(200, json));
}

void TeamRequests::show(const http::Request& request, const std::string& code,
                        const http::Respond& respond) {
    const auto ticket = store_.find(code);
    if (!ticket) {
        respond(refusal(no_ticket(speech_of(request, site_, texts_))));
        return;
    }
    const std::string tag = tag_of(*ticket);
    http::Response response =
        http::names_tag(request.headers.get("If-None-Match"), tag)
            ? http::Response{.status = 304, .headers = {}, .body = {}}
            : http::json_response(
                  200, for_team(*ticket, store_.events(code, 0), store_.attachments(code)));
    response.headers.add("ETag", tag);
    respond(std::move(response));
}

void TeamRequests::hand_out(const http::Request& request, const std::string& code,
                            const http::Respond& respond) {
    respond(requests::hand_out(speech_of(request, site_, texts_), store_, store_.attachments(code),
                               request.path));
}

void TeamRequests::write(const http::Request& request, const std::string& code,
                         const http::Respond& respond) {
    add(request, code, respond, read_team_message,
        [this](const store::Ticket& ticket, const TeamMessage& message) {
            return team_message(ticket, message, surroundings_.clock(), mail_);
        });
}

void TeamRequests::note(const http::Request& request, const std::string& code,
                        const http::Respond& respond) {
    add(request, code, respond, read_note,
        [this](const store::Ticket& ticket, const TeamMessage& note) {
            return team_note(ticket, note, surroundings_.clock());
        });
}

void TeamRequests::add(const http::Request& request, const std::string& code,
                       const http::Respond& respond,
                       Read<TeamMessage> (*read)(const Speech&, std::string_view),
                       const MakeOfText& make) {
    const Speech caller = speech_of(request, site_, texts_);
    const auto key = api::idempotency_key(request.headers);
    if (!key) {
        respond(api::refuse_key(caller.messages()));
        return;
    }
    with_body(caller, request, respond, read, [&](TeamMessage message) {
        if (message.author.empty()) {
            message.author = request.caller;
        }
        changes_.change(
            caller, code,
            [make, message = std::move(message), key = *key,
             hash = server::sha256_hex(request.body)](
                const store::Ticket& ticket) -> Read<store::Change> {
                store::Change change = make(ticket, message);
                change.idempotency_key = key;
                change.body_hash = hash;
                return change;
            },
            answer(respond, 201));
    });
}

void TeamRequests::set(const http::Request& request, const std::string& code,
                       const http::Respond& respond) {
    const Speech caller = speech_of(request, site_, texts_);
    std::optional<int> revision;
    if (request.headers.count("If-Match") > 0) {
        revision = revision_of(request.headers.get("If-Match"));
        if (!revision) {
            respond(http::problem_response(
                {.status = 400, .detail = caller.messages().text("server.problem.if_match")}));
            return;
        }
    }
    with_body(caller, request, respond, read_settings, [&](Settings settings) {
        if (settings.author.empty()) {
            settings.author = request.caller;
        }
        changes_.change(
            caller, code,
            [this, caller, revision,
             settings = std::move(settings)](const store::Ticket& ticket) -> Read<store::Change> {
                auto change = team_settings(caller, ticket, settings, surroundings_.clock(), mail_);
                if (change) {
                    change->revision = revision;
                }
                return change;
            },
            answer(respond, 200));
    });
}

void TeamRequests::erase(const http::Request& request, const std::string& code,
                         const http::Respond& respond) {
    store_.erase(code, surroundings_.clock(),
                 [this, code, caller = speech_of(request, site_, texts_),
                  respond](const std::expected<bool, store::Fault>& erased) {
                     surroundings_.on_change(code);
                     respond(!erased   ? refusal(unavailable(caller))
                             : *erased ? http::no_content()
                                       : refusal(no_ticket(caller)));
                 });
}

std::function<void(Changed)> TeamRequests::answer(const http::Respond& respond, int status) const {
    return [this, respond, status](const Changed& changed) {
        if (!changed) {
            respond(refusal(changed.error()));
            return;
        }
        surroundings_.on_change(changed->ticket.tracking_code);
        http::Response response = http::json_response(status, for_team(changed->ticket));
        response.headers.add("ETag", tag_of(changed->ticket));
        respond(std::move(response));
    };
}

}  // namespace ventanilla::requests
