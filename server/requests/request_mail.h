// server/requests/request_mail.h
//
// What is told by mail of a request that was changed: to the customer in the language that she wrote in, to the team in
// the site's default language. A customer's answer to such a mail goes to the team's address.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/site/site.h"
#include "core/ticket/thread.h"
#include "server/api/texts.h"
#include "server/store/file.h"
#include "server/store/mail.h"
#include "server/store/ticket.h"

namespace ventanilla::requests {

class RequestMail {
public:
    // Both must outlive it.
    RequestMail(const site::Site& site, const api::Texts& texts) : site_(site), texts_(texts) {}

    // That a request was received: to an address that anybody may have written, so without a word of what was.
    [[nodiscard]] std::optional<store::Mail> received(const store::Ticket& ticket) const;
    // The team has written; `status`: what it has set at the same time.
    [[nodiscard]] std::optional<store::Mail> answer(const store::Ticket& ticket,
                                                    std::string_view text,
                                                    std::span<const store::Attaching> files,
                                                    std::optional<ticket::Status> status) const;
    [[nodiscard]] std::optional<store::Mail> status(const store::Ticket& ticket,
                                                    ticket::Status status) const;
    // Some days after it was solved; nothing where the site does not ask.
    [[nodiscard]] std::optional<store::Mail> follow_up(const store::Ticket& ticket) const;
    [[nodiscard]] std::optional<store::Mail> code(const store::Ticket& ticket,
                                                  std::string_view code) const;

    // To the team: the customer has written, or said that it is not over.
    [[nodiscard]] store::Mail reply(const store::Ticket& ticket, std::string_view text,
                                    std::span<const store::Attaching> files) const;
    [[nodiscard]] store::Mail reopened(const store::Ticket& ticket) const;
    // To the team as well: this one is in quarantine, and perhaps there are others.
    [[nodiscard]] store::Mail quarantined(const store::Ticket& ticket) const;

private:
    [[nodiscard]] std::optional<store::Mail> to_customer(const store::Ticket& ticket,
                                                         std::string_view key,
                                                         text::Messages::Values values) const;
    [[nodiscard]] store::Mail to_team(const store::Ticket& ticket, std::string_view key,
                                      std::string_view text) const;

    const site::Site& site_;
    const api::Texts& texts_;
};

}  // namespace ventanilla::requests
