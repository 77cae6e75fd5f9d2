// server/tickets/ticket_request.h
//
// The body of a new ticket: read, checked against the site, and what is wrong with it in words.
// docs/api.md describes the format.
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/guide/run.h"
#include "core/site/site.h"
#include "core/ticket/submission.h"
#include "server/api/texts.h"
#include "server/http/problem.h"
#include "server/store/file.h"

namespace ventanilla::tickets {

struct TicketRequest {
    std::string language;   // one of the site's
    ticket::Values fields;  // checked and trimmed
    std::optional<guide::Transcript> transcript;
    std::map<std::string, std::string> context;  // by name
    std::vector<store::Attaching> files;
};

// `language`: for what is wrong before the body says its own.
std::expected<TicketRequest, http::Problem> read_ticket_request(const site::Site& site,
                                                                const api::Texts& texts,
                                                                std::string_view language,
                                                                std::string_view body);

}  // namespace ventanilla::tickets
