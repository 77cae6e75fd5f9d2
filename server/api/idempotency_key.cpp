#include "server/api/idempotency_key.h"

#include <algorithm>

#include "server/http/problem.h"

namespace ventanilla::api {

std::optional<std::string> idempotency_key(const http::Headers& headers) {
    const std::string_view key = headers.get("Idempotency-Key");
    const bool is_key = headers.count("Idempotency-Key") == 1 && key.size() >= 16 &&
                        key.size() <= 128 &&
                        std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7f; });
    return is_key ? std::optional<std::string>(key) : std::nullopt;
}

http::Response refuse_key(const text::Messages& messages) {
    return http::problem_response({.status = 400,
                                   .type = "/problems/idempotency-key",
                                   .detail = messages.text("server.problem.key")});
}

}  // namespace ventanilla::api
