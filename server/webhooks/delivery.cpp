#include "server/webhooks/delivery.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/webhooks/payload.h"
#include "server/webhooks/signature.h"

namespace ventanilla::webhooks {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr int kBatch = 32;
constexpr int kGone = 410;

// Longer than a call takes: whoever has taken one and still has it then is gone.
constexpr minutes kClaim{2};
constexpr seconds kLongestPeace = minutes(5);
constexpr seconds kLongestWish = hours(24);

// What Standard Webhooks proposes.
constexpr std::array<seconds, 9> kPauses = {seconds(5), minutes(5), minutes(30), hours(2), hours(5),
                                            hours(10),  hours(14),  hours(20),   hours(24)};

bool is_success(const Answer& answer) {
    return answer.status >= 200 && answer.status < 300;
}

}  // namespace

std::optional<seconds> pause_after(int failures) {
    const auto index = static_cast<std::size_t>(std::max(failures, 1) - 1);
    return index < kPauses.size() ? std::optional(kPauses.at(index)) : std::nullopt;
}

Delivery::Delivery(store::Store& store, Caller& caller, Clock clock, Log log)
    : store_(store), caller_(caller), clock_(std::move(clock)), log_(std::move(log)) {}

store::Time Delivery::run() {
    store::Time next = store::Time::max();
    for (store::Webhook& webhook : store_.webhooks().all()) {
        if (!webhook.is_off && !stopping_) {
            next = std::min(next, serve(webhook));
        }
    }
    return next;
}

void Delivery::stop() {
    stopping_ = true;
    caller_.stop();
}

store::Time Delivery::serve(store::Webhook& webhook) {
    while (!stopping_) {
        const auto resume = resume_at_.find(webhook.name);
        if (resume != resume_at_.end() && clock_() < resume->second) {
            return resume->second;
        }
        const auto calls = store_.webhooks().waiting(webhook.name, kBatch);
        if (calls.empty()) {
            break;
        }
        for (const store::Call& call : calls) {
            if (call.next_attempt > clock_()) {
                return call.next_attempt;
            }
            if (stopping_ || !make(webhook, call)) {
                break;
            }
        }
        if (webhook.is_off) {
            break;
        }
    }
    return store::Time::max();
}

bool Delivery::make(store::Webhook& webhook, store::Call call) {
    const store::Time now = clock_();
    const auto claimed = store_.webhooks().claim(call, now + kClaim);
    if (!claimed) {
        leave_in_peace(webhook.name, kPauses.front());
        return false;
    }
    const auto body = *claimed ? payload(call, store_) : std::nullopt;
    if (!body) {
        return true;
    }
    const std::string id = id_of(call);
    const auto seconds_now = std::chrono::floor<seconds>(now).time_since_epoch().count();
    const Answer answer = caller_.call(webhook.url,
                                       {{"Content-Type", "application/json"},
                                        {"webhook-id", id},
                                        {"webhook-timestamp", std::to_string(seconds_now)},
                                        {"webhook-signature", signatures(webhook, id, now, *body)}},
                                       *body);
    call.tried = now;
    call.status = answer.status;
    call.error = answer.error;
    if (answer.status == kGone) {
        return close(webhook, std::move(call));
    }
    if (!is_success(answer)) {
        return put_off(webhook, std::move(call), answer);
    }
    resume_at_.erase(webhook.name);
    call.state = store::CallState::kDelivered;
    if (!store_.webhooks().record(call)) {
        leave_in_peace(webhook.name, kPauses.front());
        return false;
    }
    return true;
}

bool Delivery::put_off(const store::Webhook& webhook, store::Call call, const Answer& answer) {
    if (stopping_) {
        return false;
    }
    const auto pause = pause_after(++call.attempts);
    const std::string reason =
        answer.status == 0 ? answer.error : "it answered " + std::to_string(answer.status);
    seconds wait = pause.value_or(seconds(0));
    if (pause && answer.retry_after) {
        wait = std::clamp(*answer.retry_after, wait, std::max(wait, kLongestWish));
    }
    if (pause) {
        call.next_attempt = clock_() + wait;
    } else {
        call.state = store::CallState::kFailed;
    }
    // What is told is so, also if this process ends now.
    const bool written = store_.webhooks().record(call);
    if (pause) {
        log_("webhook \"" + webhook.name + "\": " + id_of(call) + " could not be delivered: " +
             reason + "; it is tried again in " + std::to_string(wait.count()) + " s");
    } else {
        log_("webhook \"" + webhook.name + "\": " + id_of(call) + " is given up: " + reason +
             "; \"ventanilla webhooks send-again\" tries once more");
    }
    leave_in_peace(webhook.name, written ? std::max(wait, kPauses.front()) : kPauses.front());
    return false;
}

// Who answers 410 wants no call any more.
bool Delivery::close(store::Webhook& webhook, store::Call call) {
    log_("webhook \"" + webhook.name +
         "\" has answered 410 and is turned off: \"ventanilla webhooks enable\" turns it on again");
    webhook.is_off = true;
    call.state = store::CallState::kFailed;
    if (!store_.webhooks().record(call) || !store_.webhooks().change(webhook)) {
        leave_in_peace(webhook.name, kPauses.front());
    }
    return false;
}

void Delivery::leave_in_peace(const std::string& name, seconds pause) {
    resume_at_[name] = clock_() + std::min(pause, kLongestPeace);
}

}  // namespace ventanilla::webhooks
