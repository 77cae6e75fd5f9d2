// server/http/problem.h
//
// Errors as RFC 9457 problem details. docs/api.md lists the types.
#pragma once

#include <string>
#include <string_view>

#include "core/base/json.h"
#include "server/http/message.h"

namespace ventanilla::http {

struct Problem {
    int status = 400;
    std::string type = {};   // "/problems/validation"; empty: "about:blank", the status says it all
    std::string title = {};  // empty: the status's own phrase
    std::string detail = {};                 // what is wrong with this very request
    base::Json more = base::Json::object();  // further members, such as "errors"
};

Response problem_response(const Problem& problem);
Response json_response(int status, const base::Json& json);

}  // namespace ventanilla::http
