#include "server/tickets/ticket_service.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/base/json.h"
#include "core/text/fold.h"
#include "core/ticket/tracking_code.h"
#include "server/api/idempotency_key.h"
#include "server/api/json_body.h"
#include "server/files/attachments.h"
#include "server/forms/suspicion.h"
#include "server/http/content_negotiation.h"
#include "server/http/problem.h"
#include "server/tickets/announcement.h"
#include "server/tickets/routing.h"
#include "server/tickets/ticket_request.h"

namespace ventanilla::tickets {
namespace {

using base::Json;

// Codes have 74 random bits; two tries in a row that fail mean a broken random generator.
constexpr int kCodeAttempts = 3;

// Empty where there is none.
std::string context_text(const std::map<std::string, std::string>& context) {
    Json json = Json::object();
    for (const auto& [name, value] : context) {
        json[name] = value;
    }
    return context.empty() ? std::string() : base::write_json(json);
}

// In lower case, as addresses are compared.
std::string customer_email(const TicketRequest& request) {
    const auto email = request.fields.find("email");
    return email == request.fields.end() ? std::string() : text::lower(email->second);
}

// The same for the first answer and for every repetition of it, whatever became of the ticket.
http::Response receipt(const store::Stored& stored, std::string token) {
    Json body = {{"tracking_code", stored.ticket.tracking_code},
                 {"received_at", server::rfc3339(stored.ticket.received)},
                 {"status", "new"}};
    if (!token.empty()) {
        body["receipt_token"] = std::move(token);
    }
    if (stored.ticket.due) {
        body["due_at"] = server::rfc3339(*stored.ticket.due);
    }
    http::Response response = http::json_response(201, body);
    if (stored.repeated) {
        response.headers.add("Idempotency-Replayed", "true");
    }
    return response;
}

}  // namespace

struct TicketService::Submission {
    TicketRequest request;
    std::string key;
    std::string body_hash;
    std::string doubts;
    http::Respond respond;
    int attempts = 0;
};

TicketService::TicketService(const site::Site& site, const api::Texts& texts, store::Store& store,
                             const requests::RequestMail& mail, const forms::FormTokens& tokens,
                             Surroundings surroundings)
    : site_(site), texts_(texts), store_(store), mail_(mail), tokens_(tokens),
      surroundings_(std::move(surroundings)) {}

http::Handler TicketService::handler() {
    return [this](const http::Request& request, http::Respond respond) {
        submit(request, std::move(respond));
    };
}

http::Handler TicketService::token_handler() {
    return [this](const http::Request& request, const http::Respond& respond) {
        if (const auto key = api::idempotency_key(request.headers)) {
            respond(http::json_response(
                200,
                {{"token", tokens_.make(*key)},
                 {"expires_at", server::rfc3339(surroundings_.clock() + forms::kFormTokenLife)}}));
            return;
        }
        respond(api::refuse_key(api::texts_in(
            texts_, http::choose_language(request.headers.get("Accept-Language"), site_.languages),
            site_.languages.front())));
    };
}

void TicketService::submit(const http::Request& request, http::Respond respond) {
    const std::string language =
        http::choose_language(request.headers.get("Accept-Language"), site_.languages);
    const text::Messages& messages = api::texts_in(texts_, language, site_.languages.front());
    if (auto refusal = api::refuse_other_content(request, messages)) {
        respond(std::move(*refusal));
        return;
    }
    auto key = api::idempotency_key(request.headers);
    if (!key) {
        respond(api::refuse_key(messages));
        return;
    }
    auto read = read_ticket_request(site_, texts_, language, request.body);
    if (!read) {
        respond(http::problem_response(read.error()));
        return;
    }
    if (auto refusal = surroundings_.refuse(request, customer_email(*read))) {
        respond(std::move(*refusal));
        return;
    }
    store_it(std::make_shared<Submission>(Submission{
        .request = std::move(*read),
        .key = std::move(*key),
        .body_hash = server::sha256_hex(request.body),
        .doubts = request.doubts,
        .respond = std::move(respond),
    }));
}

void TicketService::store_it(std::shared_ptr<Submission> submission) {
    ++submission->attempts;
    const TicketRequest& request = submission->request;
    const std::string code = ticket::make_tracking_code(surroundings_.random());
    const store::Time received = surroundings_.clock();
    store::NewTicket added{
        .ticket = {.tracking_code = code,
                   .language = request.language,
                   .form = site_.form.id,
                   .fields = base::write_json(ticket::to_json(request.fields)),
                   .transcript = request.transcript
                                     ? base::write_json(guide::to_json(*request.transcript))
                                     : std::string(),
                   .context = context_text(request.context),
                   .email = customer_email(request),
                   .received = received,
                   .quarantine = forms::suspicion(request.fields, submission->doubts),
                   .updated = received},
        .mails = {},
        .files = request.files,
        .idempotency_key = submission->key,
        .body_hash = submission->body_hash};
    route(site_, request, added.ticket);
    added.mails.push_back(announcement(site_, texts_, request, added.ticket));
    if (auto confirmation = mail_.received(added.ticket)) {
        added.mails.push_back(std::move(*confirmation));
    }
    if (!added.ticket.quarantine.empty()) {
        hold(added);
    }
    store_.add(std::move(added), [this, submission = std::move(submission)](
                                     const std::expected<store::Stored, store::Fault>& outcome) {
        answer(submission, outcome);
    });
}

void TicketService::hold(store::NewTicket& added) {
    for (store::Mail& mail : added.mails) {
        mail.is_held = true;
    }
    // Once a day somebody hears of it.
    store::Time told = told_of_quarantine_;
    if (added.ticket.received - told >= std::chrono::days(1) &&
        told_of_quarantine_.compare_exchange_strong(told, added.ticket.received)) {
        added.mails.push_back(mail_.quarantined(added.ticket));
    }
}

void TicketService::answer(const std::shared_ptr<Submission>& submission,
                           const std::expected<store::Stored, store::Fault>& outcome) {
    if (outcome) {
        if (!outcome->repeated) {
            surroundings_.on_stored(outcome->ticket);
        }
        // Last: once everything is answered, the server may go.
        submission->respond(
            receipt(*outcome, surroundings_.receipt_token(outcome->ticket.tracking_code)));
        return;
    }
    if (outcome.error() == store::Fault::kCodeTaken && submission->attempts < kCodeAttempts) {
        store_it(submission);
        return;
    }
    const text::Messages& messages =
        api::texts_in(texts_, submission->request.language, site_.languages.front());
    if (outcome.error() == store::Fault::kKeyReused) {
        submission->respond(
            http::problem_response({.status = 422,
                                    .type = "/problems/idempotency-key-reused",
                                    .title = messages.text("server.problem.key_reused.title"),
                                    .detail = messages.text("server.problem.key_reused")}));
        return;
    }
    if (outcome.error() == store::Fault::kNoFile) {
        submission->respond(http::problem_response(files::missing_file(messages)));
        return;
    }
    submission->respond(api::unavailable(messages.text("server.problem.unavailable")));
}

}  // namespace ventanilla::tickets
