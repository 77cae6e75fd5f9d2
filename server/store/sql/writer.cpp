#include "server/store/sql/writer.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <iterator>
#include <utility>

namespace ventanilla::store {
namespace {

constexpr std::size_t kMaxBatch = 256;
constexpr std::size_t kMaxWaiting = 1024;  // with bodies of 64 KB: 64 MB
constexpr std::chrono::seconds kQuiet{20};

}  // namespace

Writer::Writer(Session session) : session_(std::move(session)), thread_([this] { run(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void Writer::submit(Job job) {
    {
        const std::lock_guard lock(mutex_);
        if (!stopping_ && waiting_.size() < kMaxWaiting) {
            waiting_.push_back(std::move(job));
            wake_.notify_one();
            return;
        }
    }
    job.done(false);
}

bool Writer::apply(std::function<void(Rows&)> change) {
    std::promise<bool> answer;
    submit({std::move(change), [&answer](bool committed) { answer.set_value(committed); }});
    return answer.get_future().get();
}

void Writer::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        if (!wake_.wait_for(lock, kQuiet, [this] { return stopping_ || !waiting_.empty(); })) {
            lock.unlock();
            clean(&Connection::tidy);
            lock.lock();
            continue;
        }
        if (waiting_.empty()) {
            return;
        }
        const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), kMaxBatch));
        std::vector<Job> batch(std::move_iterator(waiting_.begin()),
                               std::move_iterator(waiting_.begin() + count));
        waiting_.erase(waiting_.begin(), waiting_.begin() + count);
        lock.unlock();
        commit_together(batch);
        lock.lock();
    }
}

void Writer::commit_together(std::span<Job> batch) {
    const Result together = commit(batch);
    if (together == Result::kCommitted && std::ranges::any_of(batch, &Job::purges)) {
        clean(&Connection::purge);
    }
    for (Job& job : batch) {
        // Where one of them may be the reason, each by itself.
        const Result result =
            together == Result::kRefused && batch.size() > 1 ? commit({&job, 1}) : together;
        job.done(result == Result::kCommitted);
    }
}

void Writer::clean(void (Connection::*way)()) {
    try {
        (session_.connection().*way)();
    } catch (const DatabaseError& error) {
        if (error.is_lost()) {
            session_.lose();
        }
    } catch (const std::exception&) {
        // Next time.
    }
}

Writer::Result Writer::commit(std::span<Job> jobs) {
    try {
        session_.begin();
        for (Job& job : jobs) {
            job.apply(session_.rows());
        }
        session_.connection().commit();
        return Result::kCommitted;
    } catch (const DatabaseError& error) {
        if (error.is_lost()) {
            session_.lose();
            return Result::kLost;
        }
    } catch (const std::exception&) {
        // Whatever it was, nothing of it may stay.
    }
    try {
        session_.connection().roll_back();
    } catch (const std::exception&) {
        session_.lose();
    }
    return Result::kRefused;
}

}  // namespace ventanilla::store
