#include "server/routes.h"

#include "core/base/json.h"
#include "server/http/problem.h"

namespace ventanilla::server {
namespace {

void check_health(store::Store& store, http::Respond respond) {
    store.check([respond = std::move(respond)](bool healthy) {
        respond(healthy ? http::json_response(200, {{"status", "ok"}})
                        : http::problem_response(
                              {.status = 503, .detail = "The database cannot be written to."}));
    });
}

}  // namespace

std::vector<http::Route> make_routes(tickets::TicketService& tickets, store::Store& store) {
    using http::Access;
    using http::Route;
    return {
        Route("POST", "/api/v1/tickets", Access::own_pages(), tickets.handler()),
        Route("GET", "/healthz", Access::anyone(),
              [&store](const http::Request&, http::Respond respond) {
                  check_health(store, std::move(respond));
              }),
    };
}

}  // namespace ventanilla::server
