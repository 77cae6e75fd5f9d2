#include "server/http/problem.h"

#include "core/base/json.h"

namespace ventanilla::http {
namespace {

Response response(int status, std::string_view content_type, const base::Json& json) {
    return {.status = status,
            .headers = {{"Content-Type", std::string(content_type)},
                        {"Cache-Control", "no-store"},
                        {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
                        {"Cross-Origin-Resource-Policy", "same-origin"},
                        {"Referrer-Policy", "no-referrer"}},
            .body = make_body(base::write_json(json) + "\n")};
}

}  // namespace

Response problem_response(const Problem& problem) {
    base::Json json = base::Json::object();
    json["type"] = problem.type.empty() ? "about:blank" : problem.type;
    json["title"] =
        problem.title.empty() ? std::string(reason_phrase(problem.status)) : problem.title;
    json["status"] = problem.status;
    if (!problem.detail.empty()) {
        json["detail"] = problem.detail;
    }
    for (const ProblemError& error : problem.errors) {
        json["errors"].push_back(
            {{"pointer", error.pointer}, {"code", error.code}, {"detail", error.detail}});
    }
    if (problem.retry_after > 0) {
        json["retry_after"] = problem.retry_after;
    }
    Response answer = response(problem.status, kProblemType, json);
    if (problem.retry_after > 0) {
        answer.headers.add("Retry-After", std::to_string(problem.retry_after));
    }
    return answer;
}

Response json_response(int status, const base::Json& json) {
    return response(status, "application/json", json);
}

}  // namespace ventanilla::http
