// server/http/router.h
//
// Who may call what. A route says so when it is built; there is no default that could be forgotten.
//
//   Router router(std::move(static_table), {
//       Route("POST", "/api/v1/tickets", Access::own_pages(), submit_ticket),
//       Route("GET", "/readyz", Access::anyone(), check_readiness)});
//   router.handle(request, respond);
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"
#include "server/http/static_table.h"

namespace ventanilla::http {

class Access {
public:
    // Every caller, pages of other sites included.
    static Access anyone() { return Access(Kind::kAnyone); }
    // Our own pages, and programs that are no browser; not the pages of other sites.
    static Access own_pages() { return Access(Kind::kOwnPages); }
    // The same with a token ("Authorization: Bearer ...") of the request for help that the path names as "{code}".
    static Access customer() { return Access(Kind::kCustomer); }
    // The same with a form token, as bearer token too, that was made for the request's idempotency key.
    static Access form() { return Access(Kind::kForm); }
    // Programs of the team, with a key for this.
    static Access key(std::string scope) { return Access(Kind::kKey, std::move(scope)); }

    // By what a browser says of where the request comes from.
    [[nodiscard]] bool allows(const Request& request) const;

    // What `allows` is not enough for: an Admit must be asked.
    [[nodiscard]] bool asks_for_secret() const {
        return kind_ != Kind::kAnyone && kind_ != Kind::kOwnPages;
    }
    [[nodiscard]] bool is_for_form() const { return kind_ == Kind::kForm; }
    [[nodiscard]] bool is_for_customer() const { return kind_ == Kind::kCustomer; }
    [[nodiscard]] bool is_for_key() const { return kind_ == Kind::kKey; }
    [[nodiscard]] const std::string& scope() const { return scope_; }

    friend bool operator==(const Access&, const Access&) = default;

private:
    enum class Kind { kAnyone, kOwnPages, kForm, kCustomer, kKey };
    explicit Access(Kind kind, std::string scope = {}) : kind_(kind), scope_(std::move(scope)) {}

    Kind kind_;
    std::string scope_;
};

class Route {
public:
    // `path` as requested; "/guides/*" takes every path below "/guides/", "{code}" one part of a path whatever it is.
    Route(std::string method, std::string path, Access access, Handler handler);

    [[nodiscard]] const std::string& method() const { return method_; }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] bool takes(std::string_view path) const;
    [[nodiscard]] const Access& access() const { return access_; }
    [[nodiscard]] const Handler& handler() const { return handler_; }

private:
    std::string method_;  // "GET" answers HEAD too
    std::string path_;
    Access access_;
    Handler handler_;
};

// What stands for "{code}" of such a pattern in a path that it takes; empty where the pattern has none.
std::string_view part(std::string_view pattern, std::string_view path);

// Calls the route's handler if the request has the secret that its access asks for, and refuses it otherwise; now or
// later, from any thread.
using Admit = std::function<void(const Route&, const Request&, Respond)>;

class Router {
public:
    // Routes go before files. Files are for anyone.
    Router(StaticTable files, std::vector<Route> routes, Admit admit);

    // Calls `respond` exactly once, now or later.
    void handle(const Request& request, Respond respond) const;

    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

private:
    StaticTable files_;
    std::vector<Route> routes_;
    Admit admit_;
};

}  // namespace ventanilla::http
