// server/tickets/writing.h
//
// What a request says, line by line in one language, for people to read: in the mail to its team, and on its receipt.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/site/site.h"
#include "core/text/messages.h"
#include "server/store/ticket.h"
#include "server/tickets/ticket_request.h"

namespace ventanilla::tickets {

class Writing {
public:
    // Site and texts must outlive it.
    Writing(const site::Site& site, const text::Messages& messages, std::string language)
        : site_(site), messages_(messages), language_(std::move(language)) {}

    void line(std::string_view words);
    void moment(std::string_view key, store::Time at);  // of a text with {date} and {time}, in UTC
    // Its fields, files, steps of a guide and context, an empty line before each.
    void request(const TicketRequest& request);

    // A choice's label, "yes" for a check, the rest as it was written.
    [[nodiscard]] std::string readable(const ticket::Field& field, const std::string& value) const;

    std::string take() { return std::move(text_); }

private:
    void fields(const ticket::Values& values);
    void transcript(const guide::Transcript& transcript);

    const site::Site& site_;
    const text::Messages& messages_;
    std::string language_;
    std::string text_;
};

}  // namespace ventanilla::tickets
