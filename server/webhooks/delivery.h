// server/webhooks/delivery.h
//
// Which call is made when: what waits is made in order, what fails is put off, and an endpoint that does not answer is left in
// peace for a while. Knows no threads. docs/decisions/0031-webhooks.md says why so.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server/store/store.h"
#include "server/webhooks/caller.h"

namespace ventanilla::webhooks {

using Clock = std::function<store::Time()>;
using Log = std::function<void(std::string_view line)>;

// How long to wait after a call failed for the `failures`th time: 5 s, 5 min, 30 min ... 24 h. Nothing: that was the last one.
std::optional<std::chrono::seconds> pause_after(int failures);

class Delivery {
public:
    // Both references must outlive it.
    Delivery(store::Store& store, Caller& caller, Clock clock, Log log);

    // Makes what is due. The result is when to call it again, unless something happens first; Time::max() if nothing waits.
    // Throws what the store throws.
    store::Time run();

    // From another thread: run() returns as soon as it can.
    void stop();

private:
    store::Time serve(store::Webhook& webhook);
    // False: the endpoint is not to be called again now.
    bool make(store::Webhook& webhook, store::Call call);
    bool put_off(const store::Webhook& webhook, store::Call call, const Answer& answer);
    bool close(store::Webhook& webhook, store::Call call);
    void leave_in_peace(const std::string& name, std::chrono::seconds pause);

    store::Store& store_;
    Caller& caller_;
    Clock clock_;
    Log log_;
    std::map<std::string, store::Time>
        resume_at_;  // by the name of an endpoint that did not answer
    std::atomic<bool> stopping_ = false;
};

}  // namespace ventanilla::webhooks
