#include "server/routes.h"

#include <catch2/catch_test_macros.hpp>
#include <cctype>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

#include "tests/server/backend.h"

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
    {"POST /api/v1/form-token", http::Access::own_pages()},
    {"POST /api/v1/tickets", http::Access::form()},
    {"GET /api/v1/tickets", http::Access::key("tickets:read")},
    {"GET /api/v1/tickets/{code}", http::Access::key("tickets:read")},
    {"PATCH /api/v1/tickets/{code}", http::Access::key("tickets:write")},
    {"DELETE /api/v1/tickets/{code}", http::Access::key("tickets:erase")},
    {"POST /api/v1/tickets/{code}/messages", http::Access::key("tickets:write")},
    {"POST /api/v1/tickets/{code}/notes", http::Access::key("tickets:write")},
    {"GET /api/v1/tickets/{code}/attachments/{number}", http::Access::key("tickets:read")},
    {"GET /api/v1/requests/{code}/attachments/{number}", http::Access::customer()},
    {"PUT /api/v1/uploads/{id}", http::Access::own_pages()},
    {"POST /api/v1/requests/{code}/code", http::Access::own_pages()},
    {"POST /api/v1/requests/{code}/token", http::Access::own_pages()},
    {"GET /api/v1/requests/{code}", http::Access::customer()},
    {"GET /api/v1/requests/{code}/events", http::Access::customer()},
    {"POST /api/v1/requests/{code}/messages", http::Access::customer()},
    {"POST /api/v1/requests/{code}/status", http::Access::customer()},
    {"POST /api/v1/requests/{code}/satisfaction", http::Access::customer()},
    {"GET /api/v1/requests/{code}/receipt", http::Access::own_pages()},
    {"GET /verify", http::Access::anyone()},
    {"GET /es/comprobar-recibo", http::Access::anyone()},
    {"POST /es/comprobar-recibo", http::Access::own_pages()},
    {"POST /api/v1/votes", http::Access::own_pages()},
    {"GET /healthz", http::Access::anyone()},
    {"GET /readyz", http::Access::anyone()},
    {"GET /language/*", http::Access::anyone()},
};

// A secret that a request may have, and what it is good for.
struct Secret {
    const char* name;
    std::string value;
    bool is_customers = false;  // of the request for help that is asked for
    std::string scopes = {};    // of a key
    bool is_forms = false;      // for the idempotency key that is sent
};

// 401 and 403, or 0 where the handler is to answer.
int refusal_of(const http::Access& access, const Caller& caller, const Secret& secret) {
    if (access != http::Access::anyone() && !access.is_for_key() && !caller.is_own) {
        return 403;
    }
    if (access.is_for_form()) {
        return secret.is_forms ? 0 : 401;
    }
    if (access.is_for_customer()) {
        return secret.is_customers ? 0 : 401;
    }
    if (access.is_for_key()) {
        return secret.scopes.empty() ? 401 : secret.scopes.contains(access.scope()) ? 0 : 403;
    }
    return 0;
}

}  // namespace

TEST_CASE("a route cannot be built without saying who may call it") {
    STATIC_CHECK_FALSE(std::is_default_constructible_v<http::Access>);
    STATIC_CHECK_FALSE(
        std::is_constructible_v<http::Route, std::string, std::string, http::Handler>);
}

TEST_CASE("each route answers exactly the callers of the table") {
    Backend backend;
    const std::string code = backend.submit();
    const std::string old = backend.token(backend.submit());
    const std::string key = "key-of-the-table-0";
    const std::string old_form = backend.form_tokens.make(key);
    backend.time += requests::kTokenLife;
    const std::string other = backend.token(backend.submit("eva@example.org"));
    const std::vector<Secret> secrets = {
        {.name = "nothing", .value = ""},
        {.name = "a guess", .value = "Bearer guess"},
        {.name = "a password", .value = "Basic YTpi"},
        {.name = "the customer's token",
         .value = "Bearer " + backend.token(code),
         .is_customers = true},
        {.name = "another customer's token", .value = "Bearer " + other},
        {.name = "a token whose time is over", .value = "Bearer " + old},
        {.name = "a key that reads",
         .value = "Bearer " + backend.key("reader", "tickets:read"),
         .scopes = "tickets:read"},
        {.name = "a key that writes",
         .value = "bearer " + backend.key("writer", "tickets:read tickets:write"),
         .scopes = "tickets:read tickets:write"},
        {.name = "a form token",
         .value = "Bearer " + backend.form_tokens.make(key),
         .is_forms = true},
        {.name = "the form token of another key",
         .value = "Bearer " + backend.form_tokens.make("another-key-0123456789")},
        {.name = "a form token whose time is over", .value = "Bearer " + old_form},
    };
    CHECK(backend.router.routes().size() == kTable.size());
    for (const http::Route& route : backend.router.routes()) {
        const auto row = kTable.find(route.method() + " " + route.path());
        CAPTURE(route.method(), route.path());
        REQUIRE(row != kTable.end());
        CHECK(route.access() == row->second);
        std::string path = route.path();
        if (const std::size_t at = path.find("{code}"); at != std::string::npos) {
            path.replace(at, 6, code);
        }
        for (const Caller& caller : kCallers) {
            for (const Secret& secret : secrets) {
                CAPTURE(caller.name, secret.name);
                http::Headers headers = caller.headers;
                headers.add("Idempotency-Key", key);
                if (!secret.value.empty()) {
                    headers.add("Authorization", secret.value);
                }
                const int status = backend.ask(route.method(), path, headers).status;
                const int refusal = refusal_of(row->second, caller, secret);
                CHECK((status == 401 || status == 403 ? status : 0) == refusal);
            }
        }
    }
}

TEST_CASE("the API's description has the same routes, with the same callers") {
    const base::Json description = read_json_file("assets/api/openapi.json");
    std::map<std::string, http::Access> described;
    for (const auto& [path, operations] : base::object_at(description, "paths").members()) {
        for (const auto& [method, operation] : operations.members()) {
            if (method == "parameters") {
                continue;
            }
            std::string route = method + " " + path;
            for (char& c : route) {
                if (c == ' ') {
                    break;
                }
                c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
            }
            const auto security = base::array_at(operation, "security");
            http::Access access = http::Access::own_pages();
            if (!security.empty()) {
                const auto scopes = base::array_at(security.front(), "teamKey");
                const bool is_form = security.front().find("formToken") != nullptr;
                access = is_form          ? http::Access::form()
                         : scopes.empty() ? http::Access::customer()
                                          : http::Access::key(scopes.front().text());
            }
            described.emplace(route, access);
        }
    }
    std::map<std::string, http::Access> there = kTable;
    std::erase_if(there, [](const auto& row) { return !row.first.contains(" /api/"); });
    CHECK(described == there);
}

TEST_CASE("each route refuses the methods that it does not have, and names those that it has") {
    Backend backend;
    for (const std::string method : {"HEAD", "GET", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
        CAPTURE(method);
        const auto response = backend.ask(method, "/api/v1/votes", {{"Host", "a"}});
        CHECK(response.status == 405);
        CHECK(response.headers.get("Allow") == "POST");
    }
    for (const std::string method : {"PUT", "PATCH", "DELETE", "OPTIONS"}) {
        CAPTURE(method);
        const auto response = backend.ask(method, "/api/v1/tickets", {{"Host", "a"}});
        CHECK(response.status == 405);
        CHECK(response.headers.get("Allow") == "GET, HEAD, POST");
    }
    const auto response = backend.ask("POST", "/healthz", {{"Host", "a"}});
    CHECK(response.status == 405);
    CHECK(response.headers.get("Allow") == "GET, HEAD");
    CHECK(backend.ask("GET", "/api/v1/tickets/", {{"Host", "a"}}).status == 404);
    CHECK(backend.ask("GET", "/api/v1/tickets/a/b", {{"Host", "a"}}).status == 404);
    CHECK(backend.ask("GET", "/api/v1", {{"Host", "a"}}).status == 404);
}

TEST_CASE("health is what the store says") {
    Backend backend;
    const http::Headers headers = {{"Host", "a"}};
    CHECK(backend.ask("GET", "/healthz", headers).status == 200);
    CHECK(backend.ask("HEAD", "/healthz", headers).status == 200);
}
