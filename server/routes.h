// server/routes.h
//
// Every route of the server, each with who may call it. tests/server/routes_test.cpp walks them.
#pragma once

#include <vector>

#include "server/files/upload_service.h"
#include "server/http/router.h"
#include "server/portal/portal_pages.h"
#include "server/receipts/verify_pages.h"
#include "server/requests/customer_requests.h"
#include "server/requests/team_requests.h"
#include "server/store/store.h"
#include "server/tickets/ticket_service.h"
#include "server/votes/vote_service.h"

namespace ventanilla::server {

// All must outlive the routes.
struct Services {
    tickets::TicketService& tickets;
    files::UploadService& uploads;
    votes::VoteService& votes;
    requests::CustomerRequests& customers;
    requests::TeamRequests& team;
    receipts::Receipts& receipts;
    const portal::PortalPages& pages;
    const receipts::VerifyPages& verify;
    store::Store& store;
};
std::vector<http::Route> make_routes(const Services& services);

}  // namespace ventanilla::server
