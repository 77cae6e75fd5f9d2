#include "server/tickets/announcement.h"

#include <algorithm>
#include <string>

#include "server/tickets/writing.h"

namespace ventanilla::tickets {
namespace {

class Composition {
public:
    Composition(const site::Site& site, const api::Texts& texts, const TicketRequest& request)
        : site_(site), language_(site.languages.front()),
          messages_(api::texts_in(texts, language_, language_)), request_(request) {}

    std::string subject(std::string_view code) const {
        const ticket::Field* kind = site_.form.find_field("kind");
        const auto value = request_.fields.find("kind");
        if (kind == nullptr || value == request_.fields.end()) {
            return messages_.fill("server.mail.subject.no_kind", {{"code", code}});
        }
        const std::string readable =
            Writing(site_, messages_, language_).readable(*kind, value->second);
        return messages_.fill("server.mail.subject", {{"code", code}, {"kind", readable}});
    }

    std::string text(const store::Ticket& ticket) const {
        Writing writing(site_, messages_, language_);
        writing.line(messages_.fill("server.mail.intro",
                                    {{"name", ticket::in_language(site_.name, language_)}}));
        writing.line("");
        writing.line(messages_.fill("server.mail.code", {{"code", ticket.tracking_code}}));
        writing.moment("server.mail.received", ticket.received);
        if (ticket.due) {
            writing.moment("server.mail.due", *ticket.due);
        }
        if (ticket.priority != name(ticket::Priority::kNormal)) {
            writing.line(messages_.fill(
                "server.mail.priority",
                {{"priority", messages_.text("server.priority." + ticket.priority)}}));
        }
        writing.line(messages_.fill("server.mail.language", {{"language", request_.language}}));
        writing.request(request_);
        if (const std::string email = customer_address(); !email.empty()) {
            writing.line("");
            // Mail systems do not take other addresses in a Reply-To everywhere.
            const bool can_reply = std::ranges::all_of(
                email, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
            writing.line(messages_.fill(can_reply ? "server.mail.reply" : "server.mail.write",
                                        {{"email", email}}));
        }
        return writing.take();
    }

    std::string customer_address() const {
        const auto email = request_.fields.find("email");
        return email == request_.fields.end() ? "" : email->second;
    }

private:
    const site::Site& site_;
    std::string language_;
    const text::Messages& messages_;
    const TicketRequest& request_;
};

}  // namespace

store::Mail announcement(const site::Site& site, const api::Texts& texts,
                         const TicketRequest& request, const store::Ticket& ticket) {
    const Composition composition(site, texts, request);
    return {.to = site.email_of(ticket.queue),
            .subject = composition.subject(ticket.tracking_code),
            .text = composition.text(ticket),
            .reply_to = composition.customer_address()};
}

}  // namespace ventanilla::tickets
