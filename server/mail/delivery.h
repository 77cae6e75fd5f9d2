// server/mail/delivery.h
//
// What is sent when: goes through the queue, hands over what is due and puts off what fails, twice
// as long each time. Knows no threads.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <set>
#include <string_view>

#include "server/mail/sender.h"
#include "server/store/store.h"

namespace ventanilla::mail {

using Clock = std::function<store::Time()>;
using Log = std::function<void(std::string_view line)>;

// How long to wait after a mail failed for the `failures`th time: 1 s, 2 s, 4 s ... 1 h.
std::chrono::milliseconds pause_after(int failures);

class Delivery {
public:
    // Both references must outlive it.
    Delivery(store::Store& store, Sender& sender, Clock clock, Log log);

    // Sends what is due. The result is when to call it again, unless new mail comes first;
    // Time::max() if nothing waits. Throws what the store throws.
    store::Time run();

    // From another thread: run() returns as soon as it can without leaving a mail in doubt.
    void stop();

private:
    // These return false if nothing else should be tried now.
    bool deliver(const store::QueuedMail& queued);
    bool put_off(const store::QueuedMail& queued, const SendFault& fault);
    bool pause();

    store::Store& store_;
    Sender& sender_;
    Clock clock_;
    Log log_;
    std::set<std::int64_t> unmarked_;  // sent, but the store could not be told yet
    int failures_ = 0;                 // of the mail server or the store, in a row
    store::Time resume_at_ = store::Time::min();
    std::atomic<bool> stopping_ = false;
};

}  // namespace ventanilla::mail
