// server/routes.h
//
// Every route of the server, each with who may call it. tests/server/routes_test.cpp walks them.
#pragma once

#include <vector>

#include "server/http/router.h"
#include "server/store/store.h"
#include "server/tickets/ticket_service.h"

namespace ventanilla::server {

// Both must outlive the routes.
std::vector<http::Route> make_routes(tickets::TicketService& tickets, store::Store& store);

}  // namespace ventanilla::server
