#include "server/store/sqlite/writer.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <utility>

namespace ventanilla::store {
namespace {

constexpr std::size_t kMaxBatch = 256;
constexpr std::size_t kMaxWaiting = 1024;  // with bodies of 64 KB: 64 MB

}  // namespace

Writer::Writer(Database& database, RowWriter& rows)
    : database_(database), rows_(rows), thread_([this] { run(); }) {}

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

bool Writer::apply(std::function<void(RowWriter&)> change) {
    std::promise<bool> answer;
    submit({std::move(change), [&answer](bool committed) { answer.set_value(committed); }});
    return answer.get_future().get();
}

void Writer::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
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

void Writer::commit_together(std::vector<Job>& batch) {
    std::vector<bool> applied(batch.size(), false);
    try {
        database_.execute("BEGIN IMMEDIATE");
        for (std::size_t i = 0; i < batch.size(); ++i) {
            applied[i] = apply_one(batch[i]);
        }
        database_.execute("COMMIT");
    } catch (const std::exception&) {
        // The transaction as a whole is lost: full disk, input/output error.
        std::fill(applied.begin(), applied.end(), false);
        try {
            if (database_.in_transaction()) {
                database_.execute("ROLLBACK");
            }
        } catch (const DatabaseError&) {
            // Nothing is committed; the next BEGIN fails until the connection recovers.
        }
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
        batch[i].done(applied[i]);
    }
}

bool Writer::apply_one(Job& job) {
    database_.execute("SAVEPOINT job");
    try {
        job.apply(rows_);
        database_.execute("RELEASE job");
        return true;
    } catch (const std::exception&) {
        if (!database_.in_transaction()) {
            throw;
        }
        database_.execute("ROLLBACK TO job");
        database_.execute("RELEASE job");
        return false;
    }
}

}  // namespace ventanilla::store
