// cli/ticket_text.h
#pragma once

#include <string>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/site/site.h"
#include "server/store/store.h"

namespace ventanilla::cli {

// What the store keeps as JSON; null where there is nothing, or it is broken.
base::Json stored_json(const std::string& text);

// A whole request, and what has happened to it, for the terminal of those who answer it, in the words of the form and the guide. Ids stand in
// their place where the site has changed since; `site` is null where it cannot be read now.
std::string ticket_text(const store::Ticket& ticket, const std::vector<store::Event>& events,
                        const std::vector<store::Attachment>& attached, const site::Site* site);

}  // namespace ventanilla::cli
