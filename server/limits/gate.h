// server/limits/gate.h
//
// Stands before what can be done too often, and says to whom it is too often when to come again: 429 with Retry-After,
// in her language. Nothing is known of callers but hashes, in memory, for as long as there is room.
//
//   Gate gate(rules, proxies, site, texts);
//   Route("POST", "/api/v1/votes", Access::own_pages(), gate.limited(Limit::kVotes, votes.handler()));
//
// Who asks from this very machine, and not for somebody behind a proxy, is not counted by address. A request for help
// that was let through once is let through again under the same idempotency key, whatever its sender has left: an answer
// that was lost costs her nothing, and whatever is sent twice is stored once.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/site/site.h"
#include "server/api/texts.h"
#include "server/http/forwarded.h"
#include "server/http/message.h"
#include "server/http/router.h"
#include "server/limits/rules.h"
#include "server/limits/times_table.h"

namespace ventanilla::limits {

// Of a clock that is never set back.
Instant steady_now();

// Safe from every thread.
class Gate {
public:
    // 1 MB.
    static constexpr std::size_t kEntries = 65'536;

    // Site and texts must outlive the gate, and the gate every handler that it has made.
    Gate(const Rules& rules, http::TrustedProxies proxies, const site::Site& site,
         const api::Texts& texts, std::function<Instant()> clock = steady_now,
         std::size_t entries = kEntries);

    // Hands on what the limit by address and the one for all allow. Answers say what is left, in RateLimit and
    // RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers).
    [[nodiscard]] http::Handler limited(Limit by_address, http::Handler handler);

    // The same for every route that takes something from people: requests for help, votes, and all other forms. What
    // programs of the team send with a key is theirs.
    [[nodiscard]] std::vector<http::Route> limited(std::vector<http::Route> routes);

    // The refusal of one more request for help with this e-mail address; nothing where it may be sent, which counts. To
    // be asked once the body is read, and before anything is stored.
    [[nodiscard]] std::optional<http::Response> refuse_email(const http::Request& request,
                                                             std::string_view email);

private:
    struct Claim {
        Limit limit = Limit::kAll;
        std::uint64_t hash = 0;
    };
    struct Outcome {
        Limit limit = Limit::kAll;  // the one that refuses, or else the first that was asked
        Verdict verdict;
        Instant now{0};
    };

    // Counts all claims, or none where one of them is refused. Under a key that was let through before, the first one
    // is a repetition's instead.
    Outcome count(std::vector<Claim> claims, std::optional<std::uint64_t> key);
    [[nodiscard]] std::uint64_t hash(std::string_view what, std::string_view who) const;
    // Of the idempotency key, for one limit.
    [[nodiscard]] std::optional<std::uint64_t> key_hash(Limit limit,
                                                        const http::Request& request) const;
    // Of whom the limits by address count; nothing for this machine itself.
    [[nodiscard]] std::optional<Claim> by_address(Limit limit, const http::Request& request) const;
    [[nodiscard]] http::Response refusal(const Outcome& outcome,
                                         const http::Request& request) const;
    void say_what_is_left(const Outcome& outcome, http::Response& response) const;

    Rules rules_;
    http::TrustedProxies proxies_;
    const site::Site& site_;
    const api::Texts& texts_;
    std::function<Instant()> clock_;
    std::string secret_;
    std::mutex mutex_;
    TimesTable times_;
};

}  // namespace ventanilla::limits
