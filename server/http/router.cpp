#include "server/http/router.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "server/http/problem.h"
#include "server/http/target.h"

namespace ventanilla::http {
namespace {

constexpr std::array<std::string_view, 7> kKnownMethods = {"GET",   "HEAD",   "POST",   "PUT",
                                                           "PATCH", "DELETE", "OPTIONS"};

bool is_read(std::string_view method) {
    return method == "GET" || method == "HEAD";
}

Response method_not_allowed(const std::set<std::string>& allowed) {
    std::string list;
    for (const std::string& method : allowed) {
        list += (list.empty() ? "" : ", ") + method;
    }
    Response response =
        problem_response({.status = 405, .detail = "This address takes " + list + "."});
    response.headers.add("Allow", list);
    return response;
}

}  // namespace

bool Access::allows(const Request& request) const {
    if (kind_ == Kind::kAnyone || kind_ == Kind::kKey) {
        return true;
    }
    // Browsers send these by themselves, and no page can change them.
    const std::string_view site = request.headers.get("Sec-Fetch-Site");
    if (!site.empty() && site != "same-origin" && site != "none") {
        return false;
    }
    const int origins = request.headers.count("Origin");
    return origins == 0 || (origins == 1 && is_same_host(request.headers.get("Origin"),
                                                         request.headers.get("Host")));
}

Route::Route(std::string method, std::string path, Access access, Handler handler)
    : method_(std::move(method)), path_(std::move(path)), access_(std::move(access)),
      handler_(std::move(handler)) {}

bool Route::takes(std::string_view path) const {
    std::string_view pattern = path_;
    while (!pattern.empty()) {
        if (pattern == "*") {
            return true;
        }
        if (pattern.front() == '{') {
            const auto size = std::min(path.find('/'), path.size());
            if (size == 0) {
                return false;
            }
            path.remove_prefix(size);
            pattern.remove_prefix(std::min(pattern.find('}') + 1, pattern.size()));
            continue;
        }
        if (path.empty() || path.front() != pattern.front()) {
            return false;
        }
        path.remove_prefix(1);
        pattern.remove_prefix(1);
    }
    return path.empty();
}

std::string_view part(std::string_view pattern, std::string_view path) {
    const std::size_t start = pattern.find('{');
    return start == std::string_view::npos ? std::string_view()
                                           : path.substr(start, path.find('/', start) - start);
}

Router::Router(StaticTable files, std::vector<Route> routes, Admit admit)
    : files_(std::move(files)), routes_(std::move(routes)), admit_(std::move(admit)) {}

void Router::handle(const Request& request, Respond respond) const {
    if (std::ranges::find(kKnownMethods, request.method) == kKnownMethods.end()) {
        respond(problem_response({.status = 501, .detail = "This method is not known here."}));
        return;
    }
    std::set<std::string> allowed;
    for (const Route& route : routes_) {
        if (!route.takes(request.path)) {
            continue;
        }
        if (route.method() == request.method ||
            (route.method() == "GET" && is_read(request.method))) {
            if (!route.access().allows(request)) {
                respond(problem_response(
                    {.status = 403, .detail = "Pages of other sites may not send this request."}));
                return;
            }
            if (route.access().asks_for_secret()) {
                admit_(route, request, std::move(respond));
            } else {
                route.handler()(request, std::move(respond));
            }
            return;
        }
        allowed.insert(route.method());
        if (route.method() == "GET") {
            allowed.insert("HEAD");
        }
    }
    if (!allowed.empty()) {
        respond(method_not_allowed(allowed));
        return;
    }
    if (auto answer = files_.answer(request)) {
        respond(is_read(request.method) ? std::move(*answer) : method_not_allowed({"GET", "HEAD"}));
        return;
    }
    respond(problem_response({.status = 404, .detail = "There is nothing at this address."}));
}

}  // namespace ventanilla::http
