#include "server/api/json_body.h"

#include <algorithm>
#include <utility>

#include "core/base/json.h"
#include "core/base/json_keys.h"
#include "core/base/json_scan.h"
#include "core/text/utf8.h"

namespace ventanilla::api {
namespace {

using base::Json;

constexpr std::size_t kMaxErrors = 50;
constexpr const char* kRetrySeconds = "10";

bool is_json(std::string_view content_type) {
    const auto end = content_type.find_first_of("; \t");
    if (!http::equal_ignoring_case(content_type.substr(0, end), "application/json")) {
        return false;
    }
    const auto equals = content_type.find('=');
    return equals == std::string_view::npos ||
           http::equal_ignoring_case(content_type.substr(equals + 1), "utf-8") ||
           http::equal_ignoring_case(content_type.substr(equals + 1), "\"utf-8\"");
}

http::Problem malformed(const text::Messages& messages, std::string_view key, std::string_view body,
                        std::size_t offset, std::string_view reason) {
    const base::Position at = base::position_at(body, offset);
    return {.status = 400,
            .type = "/problems/malformed",
            .title = messages.text("server.problem.malformed.title"),
            .detail = messages.fill(key, {{"line", std::to_string(at.line)},
                                          {"column", std::to_string(at.column)},
                                          {"reason", reason}})};
}

}  // namespace

std::optional<http::Response> refuse_other_content(const http::Request& request,
                                                   const text::Messages& messages) {
    if (request.headers.count("Content-Type") == 1 &&
        is_json(request.headers.get("Content-Type")) &&
        request.headers.count("Content-Encoding") == 0) {
        return std::nullopt;
    }
    return http::problem_response(
        {.status = 415, .detail = messages.text("server.problem.content_type")});
}

std::expected<Json, http::Problem> read_json_body(const text::Messages& messages,
                                                  std::string_view body) {
    if (const auto offset = text::first_invalid_utf8(body)) {
        return std::unexpected(malformed(messages, "server.problem.utf8", body, *offset, ""));
    }
    auto json = base::parse_json(body);
    if (!json) {
        const bool is_deep = json.error().message == base::kTooDeep;
        return std::unexpected(malformed(messages,
                                         is_deep ? "server.problem.depth" : "server.problem.json",
                                         body, json.error().offset, ""));
    }
    if (const auto twice = base::find_duplicate_keys(body); !twice.empty()) {
        return std::unexpected(malformed(messages, "server.problem.duplicate", body,
                                         twice.front().offset, twice.front().key));
    }
    return std::move(*json);
}

http::Response unavailable(std::string detail) {
    http::Response response = http::problem_response({.status = 503, .detail = std::move(detail)});
    response.headers.add("Retry-After", kRetrySeconds);
    return response;
}

BodyReader::BodyReader(const site::Site& site, const Texts& texts, std::string_view language)
    : site_(site), texts_(texts), messages_(&texts_in(texts, language, site.languages.front())) {}

std::string BodyReader::language(const Json& body) {
    std::string language(base::string_at(body, "language"));
    if (std::ranges::find(site_.languages, language) == site_.languages.end()) {
        fault("/language", "server.problem.language");
        return site_.languages.front();
    }
    messages_ = &texts_in(texts_, language, site_.languages.front());
    return language;
}

void BodyReader::refuse_others(const Json& body, std::initializer_list<std::string_view> known) {
    for (const auto& [name, value] : body.members()) {
        if (std::ranges::find(known, name) == known.end()) {
            fault(base::pointer_to("", name), "server.problem.member");
        }
    }
}

void BodyReader::fault(std::string pointer, std::string_view code) {
    if (errors_.size() < kMaxErrors) {
        errors_.push_back({.pointer = std::move(pointer),
                           .code = std::string(code),
                           .detail = messages_->text(code)});
    }
}

std::optional<http::Problem> BodyReader::problem() const {
    if (errors_.empty()) {
        return std::nullopt;
    }
    return http::Problem{.status = 422,
                         .type = "/problems/validation",
                         .title = messages_->text("server.problem.validation.title"),
                         .detail = messages_->text("server.problem.validation"),
                         .errors = errors_};
}

}  // namespace ventanilla::api
