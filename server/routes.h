// server/routes.h
//
// Every route of the server, each with who may call it. tests/server/routes_test.cpp walks them.
#pragma once

#include <vector>

#include "server/http/router.h"
#include "server/portal/portal_pages.h"
#include "server/store/store.h"
#include "server/tickets/ticket_service.h"
#include "server/votes/vote_service.h"

namespace ventanilla::server {

// All must outlive the routes.
std::vector<http::Route> make_routes(tickets::TicketService& tickets, votes::VoteService& votes,
                                     const portal::PortalPages& pages, store::Store& store);

}  // namespace ventanilla::server
