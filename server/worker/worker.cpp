#include "server/worker/worker.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "server/time/timestamps.h"

namespace ventanilla::server {
namespace {

constexpr std::chrono::minutes kAfterTrouble{1};
// The clock may be set while the thread waits by it, and another server on the same database may have left work behind.
constexpr std::chrono::milliseconds kLongestWait = std::chrono::seconds(15);

}  // namespace

Worker::Worker(Work work, Log log)
    : work_(std::move(work)), log_(std::move(log)), thread_([this] { loop(); }) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    work_.stop();
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

void Worker::loop() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        woken_ = false;
        lock.unlock();
        const store::Time next = run();
        lock.lock();
        const auto wait = std::min(next, now() + kLongestWait) - now();
        wake_.wait_for(lock, wait, [this] { return woken_ || stopping_; });
    }
}

store::Time Worker::run() {
    try {
        return work_.run();
    } catch (const std::exception& error) {
        log_(work_.failed + ": " + error.what());
        return now() + kAfterTrouble;
    }
}

}  // namespace ventanilla::server
