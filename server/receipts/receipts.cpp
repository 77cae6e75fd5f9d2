#include "server/receipts/receipts.h"

#include <utility>

#include "core/base/json.h"
#include "server/crypto/crypto.h"
#include "server/files/download.h"
#include "server/receipts/signed_text.h"
#include "server/requests/by_code.h"
#include "server/requests/changes.h"
#include "server/tickets/writing.h"

namespace ventanilla::receipts {
namespace {

std::map<std::string, std::string> words_in(const std::string& text) {
    std::map<std::string, std::string> words;
    if (const auto json = base::parse_json(text); json && json->is_object()) {
        for (const auto& [name, value] : json->members()) {
            words.emplace(name, value.is_text() ? value.text() : base::write_json(value));
        }
    }
    return words;
}

// As it was sent, but for its files: those are told with their hashes.
tickets::TicketRequest request_of(const store::Ticket& ticket) {
    tickets::TicketRequest request{.language = ticket.language,
                                   .fields = words_in(ticket.fields),
                                   .transcript = {},
                                   .context = words_in(ticket.context),
                                   .files = {}};
    if (const auto json = base::parse_json(ticket.transcript)) {
        if (auto transcript = guide::transcript_from_json(*json)) {
            request.transcript = std::move(*transcript);
        }
    }
    return request;
}

}  // namespace

std::string verify_address(std::string_view language, const text::Messages& messages) {
    return "/" + std::string(language) + "/" + messages.text("server.path.verify");
}

Receipts::Receipts(const site::Site& site, const api::Texts& texts, store::Reader& store,
                   api::Pool& pool, std::string secret)
    : site_(site), texts_(texts), store_(store), pool_(pool), secret_(std::move(secret)) {}

std::string Receipts::token(std::string_view tracking_code) const {
    return server::hmac_sha256_hex(secret_, "token\n" + std::string(tracking_code));
}

bool Receipts::is_genuine(std::string_view text) const {
    return is_signed(secret_, text);
}

http::Handler Receipts::handler() {
    return requests::by_code(
        kReceiptPath, site_, texts_,
        [this](const http::Request& request, const std::string& code,
               const http::Respond& respond) {
            const auto refuse = [respond, speech = requests::speech_of(request, site_, texts_)] {
                respond(requests::refusal(requests::unavailable(speech)));
            };
            const bool is_taken = pool_.submit([this, request, code, respond, refuse] {
                try {
                    respond(hand_out(request, code));
                } catch (const std::exception&) {
                    refuse();
                }
            });
            if (!is_taken) {
                refuse();
            }
        });
}

http::Response Receipts::hand_out(const http::Request& request, const std::string& code) const {
    // The same answer for a wrong token as for no request.
    const bool may =
        server::are_equal_secrets(request.headers.get("Authorization"), "Bearer " + token(code));
    const auto ticket = may ? store_.find(code) : std::nullopt;
    if (!ticket) {
        return requests::refusal(requests::no_ticket(requests::speech_of(request, site_, texts_)));
    }
    const text::Messages& messages =
        api::texts_in(texts_, ticket->language, site_.languages.front());
    store::Attachment file;
    file.name = messages.fill("server.receipt.file", {{"code", code}});
    http::Response response =
        files::download(file, signed_text(secret_, text_of(*ticket, messages),
                                          messages.text("server.receipt.signature")));
    response.headers.set("Content-Type", "text/plain; charset=utf-8");
    return response;
}

std::string Receipts::text_of(const store::Ticket& ticket, const text::Messages& messages) const {
    const std::string name(ticket::in_language(site_.name, ticket.language));
    tickets::Writing writing(site_, messages, ticket.language);
    writing.line(messages.fill("server.receipt.title", {{"name", name}}));
    writing.line("");
    writing.line(messages.fill("server.mail.code", {{"code", ticket.tracking_code}}));
    writing.moment("server.mail.received", ticket.received);
    if (ticket.due) {
        writing.moment("server.mail.due", *ticket.due);
    }
    writing.request(request_of(ticket));
    bool is_first = true;
    for (const store::Attachment& file : store_.attachments(ticket.tracking_code)) {
        if (file.event != 0) {
            continue;
        }
        if (std::exchange(is_first, false)) {
            writing.line("");
            writing.line(messages.text("server.mail.attached"));
        }
        writing.line("- " + messages.fill("server.receipt.attached",
                                          {{"name", file.name}, {"hash", file.sha256}}));
    }
    writing.line("");
    writing.line(
        site_.url.empty()
            ? messages.fill("server.receipt.check", {{"name", name}})
            : messages.fill("server.receipt.check_at",
                            {{"link", site_.url + verify_address(ticket.language, messages)}}));
    return writing.take();
}

}  // namespace ventanilla::receipts
