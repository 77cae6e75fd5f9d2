// server/requests/by_code.h
//
// The handler of a path that names a request as "{code}": it is handed the code in its one written form, and who asks
// for something that is no code is told that there is none.
#pragma once

#include <functional>
#include <string>

#include "server/http/router.h"
#include "server/requests/change_request.h"

namespace ventanilla::requests {

using CodeHandler =
    std::function<void(const http::Request&, const std::string& code, const http::Respond&)>;

// `pattern`: the route's path. Site and texts must outlive the handler.
http::Handler by_code(std::string pattern, const site::Site& site, const api::Texts& texts,
                      CodeHandler handler);

}  // namespace ventanilla::requests
