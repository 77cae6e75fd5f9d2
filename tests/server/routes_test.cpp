#include "server/routes.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include "tests/server/memory_store.h"
#include "tests/server/site_under_test.h"

using namespace ventanilla;
using namespace ventanilla::test;

namespace {

struct Caller {
    const char* name;
    http::Headers headers;
    bool is_own;  // one of our own pages, or no browser
};

const std::vector<Caller> kCallers = {
    {"a program", {{"Host", "help.example"}}, true},
    {"our own page",
     {{"Host", "help.example"},
      {"Origin", "https://help.example"},
      {"Sec-Fetch-Site", "same-origin"}},
     true},
    {"our own page in an old browser",
     {{"Host", "help.example"}, {"Origin", "https://help.example"}},
     true},
    {"our own page on a port",
     {{"Host", "localhost:8080"}, {"Origin", "http://localhost:8080"}},
     true},
    {"the address bar", {{"Host", "help.example"}, {"Sec-Fetch-Site", "none"}}, true},
    {"another site's page",
     {{"Host", "help.example"},
      {"Origin", "https://evil.example"},
      {"Sec-Fetch-Site", "cross-site"}},
     false},
    {"another site's page without an origin",
     {{"Host", "help.example"}, {"Sec-Fetch-Site", "cross-site"}},
     false},
    {"another site's page in an old browser",
     {{"Host", "help.example"}, {"Origin", "https://evil.example"}},
     false},
    {"a sibling's page",
     {{"Host", "help.example"},
      {"Origin", "https://shop.example"},
      {"Sec-Fetch-Site", "same-site"}},
     false},
    {"another port's page",
     {{"Host", "localhost:8080"}, {"Origin", "http://localhost:9090"}},
     false},
    {"a page without an origin", {{"Host", "help.example"}, {"Origin", "null"}}, false},
    {"a page with two origins",
     {{"Host", "help.example"},
      {"Origin", "https://help.example"},
      {"Origin", "https://evil.example"}},
     false},
};

// Who may call which route. A route that is not here fails the test.
const std::map<std::string, http::Access> kTable = {
    {"POST /api/v1/tickets", http::Access::own_pages()},
    {"POST /api/v1/votes", http::Access::own_pages()},
    {"GET /healthz", http::Access::anyone()},
    {"GET /language/*", http::Access::anyone()},
};

struct Backend {
    site::Site site = site_under_test();
    api::Texts texts = product_texts();
    MemoryStore store;
    tickets::TicketService service{site, texts, store, {}};
    votes::VoteService votes{site, texts, store};
    portal::PortalPages pages{{}, {}, service.handler(), {}};
    http::Router router{http::StaticTable({}), server::make_routes(service, votes, pages, store)};

    http::Response ask(const std::string& method, const std::string& path,
                       const http::Headers& headers) {
        http::Response answer;
        router.handle({.method = method, .path = path, .query = {}, .headers = headers, .body = {}},
                      [&answer](http::Response response) { answer = std::move(response); });
        return answer;
    }
};

}  // namespace

TEST_CASE("a route cannot be built without saying who may call it") {
    STATIC_CHECK_FALSE(std::is_default_constructible_v<http::Access>);
    STATIC_CHECK_FALSE(
        std::is_constructible_v<http::Route, std::string, std::string, http::Handler>);
}

TEST_CASE("each route answers exactly the callers of the table") {
    Backend backend;
    CHECK(backend.router.routes().size() == kTable.size());
    for (const http::Route& route : backend.router.routes()) {
        const auto row = kTable.find(route.method() + " " + route.path());
        CAPTURE(route.method(), route.path());
        REQUIRE(row != kTable.end());
        CHECK(route.access() == row->second);
        for (const Caller& caller : kCallers) {
            CAPTURE(caller.name);
            const bool allowed = row->second == http::Access::anyone() || caller.is_own;
            const auto response = backend.ask(route.method(), route.path(), caller.headers);
            CHECK((response.status == 403) == !allowed);
        }
    }
}

TEST_CASE("each route refuses the methods that it does not have, and names those that it has") {
    Backend backend;
    for (const std::string method : {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
        CAPTURE(method);
        for (const std::string path : {"/api/v1/tickets", "/api/v1/votes"}) {
            const auto response = backend.ask(method, path, {{"Host", "a"}});
            CHECK(response.status == 405);
            CHECK(response.headers.get("Allow") == "POST");
        }
    }
    const auto response = backend.ask("POST", "/healthz", {{"Host", "a"}});
    CHECK(response.status == 405);
    CHECK(response.headers.get("Allow") == "GET, HEAD");
    CHECK(backend.ask("GET", "/api/v1/tickets/", {{"Host", "a"}}).status == 404);
    CHECK(backend.ask("GET", "/api/v1", {{"Host", "a"}}).status == 404);
}

TEST_CASE("health is what the store says") {
    Backend backend;
    const http::Headers headers = {{"Host", "a"}};
    CHECK(backend.ask("GET", "/healthz", headers).status == 200);
    CHECK(backend.ask("HEAD", "/healthz", headers).status == 200);
    backend.store.writable = false;
    CHECK(backend.ask("GET", "/healthz", headers).status == 503);
}
