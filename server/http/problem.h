// server/http/problem.h
//
// Errors as RFC 9457 problem details. docs/api.md lists the types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "server/http/message.h"

namespace ventanilla::http {

inline constexpr std::string_view kProblemType = "application/problem+json";

// One member of a body that is wrong.
struct ProblemError {
    std::string pointer;  // to it, RFC 6901
    std::string code;     // key of the text in assets/texts
    std::string detail;   // that text, in the customer's language
};

struct Problem {
    int status = 400;
    std::string type = {};   // "/problems/validation"; empty: "about:blank", the status says it all
    std::string title = {};  // empty: the status's own phrase
    std::string detail = {};  // what is wrong with this very request
    std::vector<ProblemError> errors =
        {};               // every fault of the body, for type "/problems/validation"
    int retry_after = 0;  // seconds until it is worth trying again, also as the header; 0: not said
};

Response problem_response(const Problem& problem);
Response json_response(int status, const base::Json& json);

}  // namespace ventanilla::http
