// tests/server/answers.h
//
// Reads what the API answered.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "server/http/message.h"

namespace ventanilla::test {

inline base::Json body_of(const http::Response& response) {
    return base::parse_json(*response.body).value();
}

// "pointer code" of each error of a 422.
inline std::vector<std::string> errors_of(const http::Response& response) {
    CHECK(response.status == 422);
    CHECK(response.headers.get("Content-Type") == "application/problem+json");
    const base::Json problem = body_of(response);
    CHECK(base::string_at(problem, "type") == "/problems/validation");
    std::vector<std::string> errors;
    for (const base::Json& error : base::array_at(problem, "errors")) {
        const std::string code(base::string_at(error, "code"));
        CHECK(base::string_at(error, "detail") != code);
        errors.push_back(std::string(base::string_at(error, "pointer")) + " " + code);
    }
    return errors;
}

}  // namespace ventanilla::test
