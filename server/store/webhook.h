// server/store/webhook.h
//
// Who is called when something happens to a request, and the calls. A call is stored together with what it tells of, and says
// no more than where that is to be found: docs/decisions/0031-webhooks.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/ticket.h"

namespace ventanilla::store {

struct Webhook {
    std::string name;
    std::string url;
    std::string types;            // of calls that it gets, a space between two; empty: all
    std::string secret;           // "whsec_" and base64
    std::string old_secret = {};  // signs beside the other one until then
    Time old_until = {};
    Time created;
    bool is_off = false;  // it has answered that it is gone

    friend bool operator==(const Webhook&, const Webhook&) = default;
};

enum class CallState { kWaiting, kDelivered, kFailed };

struct Call {
    std::string webhook;
    std::string tracking_code;
    int number = 0;  // of the event; 0: the ticket was stored
    std::string type;
    Time happened;
    CallState state = CallState::kWaiting;
    int attempts = 0;  // that failed
    Time next_attempt;
    std::optional<Time> tried = {};
    int status = 0;          // what it answered last; 0: nothing
    std::string error = {};  // for the operator; names no person

    friend bool operator==(const Call&, const Call&) = default;
};

inline constexpr const char* kCreated = "ticket.created";
inline constexpr const char* kErased = "ticket.erased";
inline constexpr std::chrono::days kCallLog{30};  // how long a call stays that is over

// What a call is that tells of an event; empty: nobody is called for it.
std::string_view call_type(const Event& event);

// Safe from every thread. Questions throw std::runtime_error when the database does not answer; what writes waits until it is
// durable, and says false or nothing if it could not be written.
class Webhooks {
public:
    virtual ~Webhooks() = default;

    virtual std::vector<Webhook> all() = 0;  // by name
    // Calls of one that wait, in order of their next attempt, then of what they tell of.
    virtual std::vector<Call> waiting(std::string_view webhook, int limit) = 0;
    // All that there are, the newest first.
    virtual std::vector<Call> log(std::string_view webhook, int limit) = 0;

    // False as well where there is one of that name, or none, or its state is none to begin with.
    [[nodiscard]] virtual bool add(const Webhook& webhook) = 0;
    [[nodiscard]] virtual bool change(const Webhook& webhook) = 0;
    [[nodiscard]] virtual bool remove(std::string_view name) = 0;  // with its calls
    // Takes a call that waits as it was read, until then: no other process makes it meanwhile. False if another one was faster.
    [[nodiscard]] virtual std::optional<bool> claim(const Call& call, Time until) = 0;
    // How it went; a call that tells of an erased ticket is forgotten once it is delivered.
    [[nodiscard]] virtual bool record(const Call& call) = 0;
    // Due at once again: one call, or where `tracking_code` is empty all that failed. How many.
    [[nodiscard]] virtual std::optional<int>
    send_again(std::string_view webhook, std::string_view tracking_code, int number, Time now) = 0;
};

}  // namespace ventanilla::store
