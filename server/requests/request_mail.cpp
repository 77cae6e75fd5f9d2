#include "server/requests/request_mail.h"

#include "core/site/address.h"
#include "server/files/attachments.h"

namespace ventanilla::requests {
namespace {

std::string_view status_key(ticket::Status status) {
    switch (status) {
    case ticket::Status::kSolved:
        return "server.mail.solved";
    case ticket::Status::kClosed:
        return "server.mail.closed";
    case ticket::Status::kWaiting:
        return "server.mail.waiting";
    case ticket::Status::kNew:
    case ticket::Status::kOpen:
        break;
    }
    return "server.mail.open";
}

std::string with_files(std::string_view text, std::span<const store::Attaching> files,
                       const text::Messages& messages) {
    const std::string list = files::listed(files, messages);
    return std::string(text) + (list.empty() ? "" : "\n\n") + list;
}

}  // namespace

std::optional<store::Mail> RequestMail::received(const store::Ticket& ticket) const {
    auto mail = to_customer(ticket, "server.mail.confirmation", {});
    if (mail) {
        mail->is_unasked = true;
    }
    return mail;
}

std::optional<store::Mail> RequestMail::answer(const store::Ticket& ticket, std::string_view text,
                                               std::span<const store::Attaching> files,
                                               std::optional<ticket::Status> status) const {
    const std::string whole =
        with_files(text, files, api::texts_in(texts_, ticket.language, site_.languages.front()));
    const bool is_solved = status == ticket::Status::kSolved;
    return to_customer(ticket, is_solved ? "server.mail.answer_solved" : "server.mail.answer",
                       {{"text", whole}});
}

std::optional<store::Mail> RequestMail::status(const store::Ticket& ticket,
                                               ticket::Status status) const {
    return to_customer(ticket, status_key(status), {});
}

std::optional<store::Mail> RequestMail::follow_up(const store::Ticket& ticket) const {
    auto mail =
        site_.follow_up_days == 0 ? std::nullopt : to_customer(ticket, "server.mail.follow_up", {});
    if (mail) {
        mail->follows_up = std::chrono::days(site_.follow_up_days);
    }
    return mail;
}

std::optional<store::Mail> RequestMail::code(const store::Ticket& ticket,
                                             std::string_view code) const {
    return to_customer(ticket, "server.mail.access", {{"access", code}});
}

store::Mail RequestMail::reply(const store::Ticket& ticket, std::string_view text,
                               std::span<const store::Attaching> files) const {
    const text::Messages& messages =
        api::texts_in(texts_, site_.languages.front(), site_.languages.front());
    return to_team(ticket, "server.mail.customer_wrote", with_files(text, files, messages));
}

store::Mail RequestMail::reopened(const store::Ticket& ticket) const {
    return to_team(ticket, "server.mail.reopened", {});
}

store::Mail RequestMail::quarantined(const store::Ticket& ticket) const {
    store::Mail mail = to_team(ticket, "server.mail.quarantined", {});
    mail.reply_to.clear();
    return mail;
}

std::optional<store::Mail> RequestMail::to_customer(const store::Ticket& ticket,
                                                    std::string_view key,
                                                    text::Messages::Values values) const {
    if (ticket.email.empty()) {
        return std::nullopt;
    }
    const text::Messages& messages =
        api::texts_in(texts_, ticket.language, site_.languages.front());
    const std::string name(ticket::in_language(site_.name, ticket.language));
    std::string text = messages.fill(std::string(key) + ".text", values);
    text += "\n\n" + messages.text("server.mail.how_to_answer") + "\n\n";
    if (!site_.url.empty()) {
        const std::string link =
            site_.url + site::request_address(ticket.language, messages, ticket.tracking_code);
        text += messages.fill("server.mail.link", {{"link", link}}) + "\n\n";
    }
    text += messages.fill("server.mail.customer_code",
                          {{"code", ticket.tracking_code}, {"name", name}}) +
            "\n";
    return store::Mail{.to = ticket.email,
                       .subject = messages.fill(std::string(key) + ".subject",
                                                {{"code", ticket.tracking_code}, {"name", name}}),
                       .text = std::move(text),
                       .reply_to = site_.email_of(ticket.queue)};
}

store::Mail RequestMail::to_team(const store::Ticket& ticket, std::string_view key,
                                 std::string_view text) const {
    const text::Messages& messages =
        api::texts_in(texts_, site_.languages.front(), site_.languages.front());
    return {.to = site_.email_of(ticket.queue),
            .subject =
                messages.fill(std::string(key) + ".subject", {{"code", ticket.tracking_code}}),
            .text = messages.fill(std::string(key) + ".text",
                                  {{"code", ticket.tracking_code}, {"text", text}}) +
                    "\n",
            .reply_to = ticket.email};
}

}  // namespace ventanilla::requests
