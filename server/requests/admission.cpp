#include "server/requests/admission.h"

#include <utility>

#include "core/ticket/tracking_code.h"
#include "server/api/idempotency_key.h"
#include "server/api/json_body.h"
#include "server/crypto/crypto.h"
#include "server/requests/changes.h"

namespace ventanilla::requests {
namespace {

constexpr std::size_t kMaxSecret = 200;

// Empty where there is none.
std::string_view bearer_secret(const http::Headers& headers) {
    constexpr std::string_view kScheme = "Bearer ";
    const std::string_view value = headers.get("Authorization");
    const bool is_secret = headers.count("Authorization") == 1 && value.size() > kScheme.size() &&
                           value.size() <= kMaxSecret &&
                           http::equal_ignoring_case(value.substr(0, kScheme.size()), kScheme);
    return is_secret ? value.substr(kScheme.size()) : std::string_view();
}

bool has_word(std::string_view words, std::string_view word) {
    return (" " + std::string(words) + " ").contains(" " + std::string(word) + " ");
}

http::Response unauthorised(std::string detail, std::string type = {}) {
    http::Response response = http::problem_response(
        {.status = 401, .type = std::move(type), .detail = std::move(detail)});
    response.headers.add("WWW-Authenticate", "Bearer");
    return response;
}

}  // namespace

std::string hash_of_secret(std::string_view secret) {
    return server::sha256_hex(secret);
}

void Admission::admit(const http::Route& route, const http::Request& request,
                      const http::Respond& respond) {
    if (route.access().is_for_form()) {
        admit_form(route, request, respond);
        return;
    }
    const Speech speech = speech_of(request, site_, texts_);
    const bool is_taken = pool_.submit([this, &route, request, respond, speech] {
        try {
            auto who = caller(route, request);
            if (!who) {
                respond(std::move(who.error()));
                return;
            }
            http::Request admitted = request;
            admitted.caller = std::move(*who);
            route.handler()(admitted, respond);
        } catch (const std::exception&) {
            respond(refusal(unavailable(speech)));
        }
    });
    if (!is_taken) {
        respond(refusal(unavailable(speech)));
    }
}

void Admission::admit_form(const http::Route& route, const http::Request& request,
                           const http::Respond& respond) const {
    const text::Messages& messages = speech_of(request, site_, texts_).messages();
    const auto key = api::idempotency_key(request.headers);
    if (!key) {
        respond(api::refuse_key(messages));
    } else if (!forms_.allows(bearer_secret(request.headers), *key)) {
        respond(unauthorised(messages.text("server.problem.form_token"), "/problems/form-token"));
    } else {
        route.handler()(request, respond);
    }
}

std::expected<std::string, http::Response> Admission::caller(const http::Route& route,
                                                             const http::Request& request) {
    const Speech speech = speech_of(request, site_, texts_);
    const text::Messages& messages = speech.messages();
    const std::string hash = hash_of_secret(bearer_secret(request.headers));
    if (route.access().is_for_customer()) {
        const auto token = store_.find_token(hash, clock_());
        const auto code = ticket::normalise_tracking_code(http::part(route.path(), request.path));
        if (!token || token->tracking_code != code) {
            return std::unexpected(unauthorised(messages.text("server.problem.token")));
        }
        return std::string();
    }
    const auto key = store_.find_key(hash);
    if (!key) {
        return std::unexpected(unauthorised(messages.text("server.problem.api_key")));
    }
    if (!has_word(key->scopes, route.access().scope())) {
        return std::unexpected(
            http::problem_response({.status = 403,
                                    .detail = messages.fill("server.problem.scope",
                                                            {{"scope", route.access().scope()}})}));
    }
    return key->name;
}

}  // namespace ventanilla::requests
