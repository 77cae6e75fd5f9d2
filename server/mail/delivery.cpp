#include "server/mail/delivery.h"

#include <algorithm>
#include <string>
#include <utility>

namespace ventanilla::mail {
namespace {

constexpr int kBatch = 32;

// Longer than sending takes: whoever has taken a mail and still has it then is gone.
constexpr std::chrono::minutes kClaim{2};

}  // namespace

std::chrono::milliseconds pause_after(int failures) {
    constexpr std::chrono::hours kLongest{1};
    const std::chrono::seconds pause{1 << std::clamp(failures - 1, 0, 12)};
    return std::min<std::chrono::milliseconds>(pause, kLongest);
}

Delivery::Delivery(store::Store& store, Sender& sender, Clock clock, Log log)
    : store_(store), sender_(sender), clock_(std::move(clock)), log_(std::move(log)) {}

store::Time Delivery::run() {
    while (!stopping_ && clock_() >= resume_at_) {
        const auto queue = store_.queued_mail(kBatch);
        if (queue.empty()) {
            return store::Time::max();
        }
        for (const store::QueuedMail& queued : queue) {
            if (queued.next_attempt > clock_() && !unmarked_.contains(queued.id)) {
                return queued.next_attempt;
            }
            if (stopping_ || !deliver(queued)) {
                break;
            }
        }
    }
    return resume_at_;
}

void Delivery::stop() {
    stopping_ = true;
    sender_.stop();
}

bool Delivery::deliver(const store::QueuedMail& queued) {
    if (!unmarked_.contains(queued.id)) {
        const auto claimed = store_.claim_mail(queued, clock_() + kClaim);
        if (!claimed) {
            return pause();
        }
        if (!*claimed) {
            return true;
        }
        if (const auto sent = sender_.send(queued, clock_()); !sent) {
            return put_off(queued, sent.error());
        }
        unmarked_.insert(queued.id);
    }
    if (!store_.mail_sent(queued.id)) {
        return pause();
    }
    unmarked_.erase(queued.id);
    failures_ = 0;
    return true;
}

bool Delivery::put_off(const store::QueuedMail& queued, const SendFault& fault) {
    if (stopping_) {
        return false;
    }
    const auto later = pause_after(queued.attempts + 1);
    // What is told is so, also if this process ends now.
    const bool written = store_.mail_failed(queued.id, fault.reason, clock_() + later);
    log_("mail " + std::to_string(queued.id) + " could not be sent: " + fault.reason +
         "; it is tried again in " +
         std::to_string(std::chrono::duration_cast<std::chrono::seconds>(later).count()) + " s");
    return (written && fault.is_this_mail) || pause();
}

bool Delivery::pause() {
    resume_at_ = clock_() + pause_after(++failures_);
    return false;
}

}  // namespace ventanilla::mail
