// server/tickets/routing.h
//
// Whose a new request is, how urgent, and by when an answer is owed, as the site's rules say (core/site/routing.h).
#pragma once

#include "core/site/site.h"
#include "server/store/ticket.h"
#include "server/tickets/ticket_request.h"

namespace ventanilla::tickets {

// Fills queue, priority, tags and due of the ticket, whose time of receipt is set.
void route(const site::Site& site, const TicketRequest& request, store::Ticket& ticket);

}  // namespace ventanilla::tickets
