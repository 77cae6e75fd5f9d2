// server/store/sql/writer.h
//
// The one thread that writes to the database. Jobs that wait are applied in one transaction and
// answered after its commit (group commit); a job that fails spoils no other one.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "server/store/sql/session.h"

namespace ventanilla::store {

class Writer {
public:
    struct Job {
        // Throws if it cannot. May be called a second time, when the first one was rolled back.
        std::function<void(Rows&)> apply;
        std::function<void(bool committed)> done;  // must not throw
        bool purges = false;  // what it deletes is to leave no byte before it is answered
    };

    // The session is this thread's alone from now on.
    explicit Writer(Session session);
    // Applies and answers what waits, then stops.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // When too much waits already, answers "not committed" at once, on this thread.
    void submit(Job job);
    // Waits for the answer; not from a job's `done`.
    bool apply(std::function<void(Rows&)> change);

private:
    enum class Result {
        kCommitted,
        kRefused,  // and rolled back
        kLost,     // nobody knows whether the database committed it
    };

    void run();
    void commit_together(std::span<Job> batch);
    void clean(void (Connection::*way)());
    Result commit(std::span<Job> jobs);

    Session session_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Job> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace ventanilla::store
