#include "server/mail/worker.h"

#include <algorithm>
#include <exception>
#include <string>
#include <utility>

#include "server/time/timestamps.h"

namespace ventanilla::mail {
namespace {

constexpr std::chrono::minutes kAfterTrouble{1};
// The clock may be set while the thread waits by it.
// Another server on the same database may have left mail behind.
constexpr std::chrono::milliseconds kLongestWait = std::chrono::seconds(15);

}  // namespace

Worker::Worker(store::Store& store, std::unique_ptr<Sender> sender, Log log)
    : store_(store), sender_(std::move(sender)), log_(std::move(log)),
      delivery_(store_, *sender_, server::now, log_), thread_([this] { run(); }) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    delivery_.stop();
    wake_.notify_one();
    thread_.join();
}

void Worker::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    wake_.notify_one();
}

void Worker::run() {
    if (!store_.mail_due_now(server::now())) {
        log_("the mail queue cannot be written to");
    }
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        woken_ = false;
        lock.unlock();
        const store::Time next = deliver();
        lock.lock();
        const auto wait = std::min(next, server::now() + kLongestWait) - server::now();
        wake_.wait_for(lock, wait, [this] { return woken_ || stopping_; });
    }
}

store::Time Worker::deliver() {
    try {
        return delivery_.run();
    } catch (const std::exception& error) {
        log_(std::string("mail could not be sent: ") + error.what());
        return server::now() + kAfterTrouble;
    }
}

}  // namespace ventanilla::mail
