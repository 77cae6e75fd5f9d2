#include "server/limits/gate.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "server/api/idempotency_key.h"
#include "server/crypto/crypto.h"
#include "server/http/content_negotiation.h"
#include "server/http/problem.h"

namespace ventanilla::limits {
namespace {

constexpr std::string_view kTickets = "/api/v1/tickets";
constexpr std::string_view kTokens = "/api/v1/form-token";
constexpr std::string_view kVotesPath = "/api/v1/votes";
constexpr int kTooMany = 429;

int whole_seconds(Instant time) {
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time).count());
}

// The connection is from this machine, and nothing says that it is made for another one.
bool is_local(const http::Request& request) {
    const auto peer = http::read_address(request.peer);
    return peer && peer->is_loopback() && request.headers.count("X-Forwarded-For") == 0 &&
           request.headers.count("Forwarded") == 0;
}

}  // namespace

Instant steady_now() {
    return std::chrono::duration_cast<Instant>(std::chrono::steady_clock::now().time_since_epoch());
}

Gate::Gate(const Rules& rules, http::TrustedProxies proxies, const site::Site& site,
           const api::Texts& texts, std::function<Instant()> clock, std::size_t entries)
    : rules_(rules), proxies_(std::move(proxies)), site_(site), texts_(texts),
      clock_(std::move(clock)), secret_(server::random_token()), times_(entries) {}

http::Handler Gate::limited(Limit limit, http::Handler handler) {
    return [this, limit, handler = std::move(handler)](const http::Request& request,
                                                       http::Respond respond) {
        std::vector<Claim> claims;
        if (const auto claim = by_address(limit, request)) {
            claims.push_back(*claim);
        }
        claims.push_back({Limit::kAll, hash(name_of(Limit::kAll), "")});
        const Outcome outcome = count(std::move(claims), key_hash(limit, request));
        if (!outcome.verdict.is_allowed) {
            respond(refusal(outcome, request));
            return;
        }
        handler(request, [this, outcome, respond = std::move(respond)](http::Response response) {
            say_what_is_left(outcome, response);
            respond(std::move(response));
        });
    };
}

std::vector<http::Route> Gate::limited(std::vector<http::Route> routes) {
    std::vector<http::Route> all;
    for (http::Route& route : routes) {
        const bool is_upload = route.method() == "PUT";
        // A form token is good for nothing but a request, which counts.
        if ((route.method() != "POST" && !is_upload) || route.access().is_for_key() ||
            route.path() == kTokens) {
            all.push_back(std::move(route));
            continue;
        }
        const Limit limit = is_upload                    ? Limit::kFiles
                            : route.path() == kTickets   ? Limit::kAddress
                            : route.path() == kVotesPath ? Limit::kVotes
                                                         : Limit::kForms;
        all.emplace_back(route.method(), route.path(), route.access(),
                         limited(limit, route.handler()));
    }
    return all;
}

std::optional<http::Response> Gate::refuse_email(const http::Request& request,
                                                 std::string_view email) {
    if (email.empty()) {
        return std::nullopt;
    }
    const Outcome outcome = count({{Limit::kEmail, hash(name_of(Limit::kEmail), email)}},
                                  key_hash(Limit::kEmail, request));
    return outcome.verdict.is_allowed ? std::nullopt : std::optional(refusal(outcome, request));
}

Gate::Outcome Gate::count(std::vector<Claim> claims, std::optional<std::uint64_t> key) {
    const Instant now = clock_();
    const std::lock_guard lock(mutex_);
    const bool is_repeated = key && times_.find(*key);
    if (is_repeated && claims.front().limit != Limit::kAll) {
        claims.front() = {Limit::kRepeats, *key};
    }
    std::vector<Outcome> outcomes;
    for (const Claim& claim : claims) {
        const Gcra& rule = rules_[claim.limit];
        outcomes.push_back(
            {claim.limit,
             rule.is_off() ? Verdict{.next = now} : judge(rule, times_.find(claim.hash), now),
             now});
        if (!outcomes.back().verdict.is_allowed) {
            return outcomes.back();
        }
    }
    for (std::size_t i = 0; i < claims.size(); ++i) {
        times_.keep(claims[i].hash, outcomes[i].verdict.next);
    }
    if (key && !is_repeated) {
        times_.keep(*key, now);
    }
    return outcomes.front();
}

std::uint64_t Gate::hash(std::string_view what, std::string_view who) const {
    constexpr std::size_t kDigits = 16;
    constexpr int kBase = 16;
    const std::string digits =
        server::hmac_sha256_hex(secret_, std::string(what) + '\n' + std::string(who));
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + kDigits, number, kBase);
    return number;
}

std::optional<std::uint64_t> Gate::key_hash(Limit limit, const http::Request& request) const {
    const auto key = api::idempotency_key(request.headers);
    return key ? std::optional(hash("key of " + std::string(name_of(limit)), *key)) : std::nullopt;
}

std::optional<Gate::Claim> Gate::by_address(Limit limit, const http::Request& request) const {
    const auto caller = proxies_.caller(request);
    if (!caller || is_local(request)) {
        return std::nullopt;
    }
    return Claim{limit, hash(name_of(limit), http::counted_part(*caller))};
}

http::Response Gate::refusal(const Outcome& outcome, const http::Request& request) const {
    const text::Messages& messages = api::texts_in(
        texts_, http::choose_language(request.headers.get("Accept-Language"), site_.languages),
        site_.languages.front());
    const int seconds = std::max(whole_seconds(outcome.verdict.wait), 1);
    http::Response response = http::problem_response(
        {.status = kTooMany,
         .detail = messages.fill("server.problem.busy", {{"seconds", std::to_string(seconds)}}),
         .retry_after = seconds});
    say_what_is_left(outcome, response);
    return response;
}

void Gate::say_what_is_left(const Outcome& outcome, http::Response& response) const {
    const Gcra& rule = rules_[outcome.limit];
    if (rule.is_off()) {
        return;
    }
    const std::string name = "\"" + std::string(name_of(outcome.limit)) + "\"";
    const Verdict& verdict = outcome.verdict;
    const Instant until = verdict.is_allowed ? verdict.next - outcome.now : verdict.wait;
    response.headers.set("RateLimit-Policy",
                         name + ";q=" + std::to_string(rule.at_once) +
                             ";w=" + std::to_string(whole_seconds(rule.period * rule.at_once)));
    response.headers.set("RateLimit", name + ";r=" + std::to_string(verdict.remaining) +
                                          ";t=" + std::to_string(whole_seconds(until)));
}

}  // namespace ventanilla::limits
