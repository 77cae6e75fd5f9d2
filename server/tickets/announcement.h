// server/tickets/announcement.h
//
// The mail by which the team learns of a new ticket, in the site's default language, at the address of its queue.
#pragma once

#include <string_view>

#include "core/site/site.h"
#include "server/api/texts.h"
#include "server/store/store.h"
#include "server/tickets/ticket_request.h"

namespace ventanilla::tickets {

store::Mail announcement(const site::Site& site, const api::Texts& texts,
                         const TicketRequest& request, const store::Ticket& ticket);

}  // namespace ventanilla::tickets
