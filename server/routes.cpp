#include "server/routes.h"

#include <algorithm>
#include <iterator>

#include "core/base/json.h"
#include "server/http/problem.h"

namespace ventanilla::server {
namespace {

void check_readiness(store::Store& store, http::Respond respond) {
    store.check([respond = std::move(respond)](bool healthy) {
        respond(healthy ? http::json_response(200, {{"status", "ok"}})
                        : http::problem_response(
                              {.status = 503, .detail = "The database cannot be written to."}));
    });
}

}  // namespace

std::vector<http::Route> make_routes(const Services& services) {
    using http::Access;
    using http::Route;
    std::vector<Route> routes = services.pages.routes();
    routes.emplace_back("POST", "/api/v1/form-token", Access::own_pages(),
                        services.tickets.token_handler());
    routes.emplace_back("POST", "/api/v1/tickets", Access::form(), services.tickets.handler());
    routes.emplace_back("PUT", files::kUploadPath, Access::own_pages(), services.uploads.handler());
    routes.emplace_back("GET", receipts::kReceiptPath, Access::own_pages(),
                        services.receipts.handler());
    routes.emplace_back("POST", "/api/v1/votes", Access::own_pages(), services.votes.handler());
    for (std::vector<Route> more :
         {services.customers.routes(), services.team.routes(), services.verify.routes()}) {
        std::ranges::move(more, std::back_inserter(routes));
    }
    routes.emplace_back("GET", "/healthz", Access::anyone(),
                        [](const http::Request&, const http::Respond& respond) {
                            respond(http::json_response(200, {{"status", "ok"}}));
                        });
    routes.emplace_back("GET", "/readyz", Access::anyone(),
                        [&store = services.store](const http::Request&, http::Respond respond) {
                            check_readiness(store, std::move(respond));
                        });
    return routes;
}

}  // namespace ventanilla::server
