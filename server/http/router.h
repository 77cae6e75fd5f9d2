// server/http/router.h
//
// Who may call what. A route says so when it is built; there is no default that could be forgotten.
//
//   Router router(std::move(static_table), {
//       Route("POST", "/api/v1/tickets", Access::own_pages(), submit_ticket),
//       Route("GET", "/healthz", Access::anyone(), check_health)});
//   router.handle(request, respond);
#pragma once

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

    [[nodiscard]] bool allows(const Request& request) const;

    friend bool operator==(const Access&, const Access&) = default;

private:
    enum class Kind { kAnyone, kOwnPages };
    explicit Access(Kind kind) : kind_(kind) {}

    Kind kind_;
};

class Route {
public:
    // `path` as requested; "/guides/*" takes every path below "/guides/".
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

class Router {
public:
    // Routes go before files. Files are for anyone.
    Router(StaticTable files, std::vector<Route> routes);

    // Calls `respond` exactly once, now or later.
    void handle(const Request& request, Respond respond) const;

    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

private:
    StaticTable files_;
    std::vector<Route> routes_;
};

}  // namespace ventanilla::http
