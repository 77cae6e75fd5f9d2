// server/requests/request_json.h
//
// A request and what has happened to it, as the API says it. docs/api.md describes the format.
#pragma once

#include <optional>
#include <span>

#include "core/base/json_fwd.h"
#include "server/store/file.h"
#include "server/store/ticket.h"

namespace ventanilla::requests {

// What a customer may see: without notes, and without who has it to do.
base::Json for_customer(const store::Ticket& ticket);
base::Json for_customer(const store::Ticket& ticket, std::span<const store::Event> events,
                        std::span<const store::Attachment> attachments);

// An event as it stands there; nothing where it is the team's alone.
std::optional<base::Json> for_customer(const store::Event& event);

// Everything; in a list without what has happened.
base::Json for_team(const store::Ticket& ticket);
base::Json for_team(const store::Ticket& ticket, std::span<const store::Event> events,
                    std::span<const store::Attachment> attachments);

}  // namespace ventanilla::requests
