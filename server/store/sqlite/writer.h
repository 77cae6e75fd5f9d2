// server/store/sqlite/writer.h
//
// The one thread that writes to the database. Jobs that wait are applied in one transaction and
// answered after its commit (group commit); a job that fails spoils no other one.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "server/store/sqlite/database.h"
#include "server/store/sqlite/site_rows.h"

namespace ventanilla::store {

class Writer {
public:
    struct Job {
        std::function<void(RowWriter&)> apply;     // throws if it cannot
        std::function<void(bool committed)> done;  // must not throw
    };

    // Takes the connection over; both references must outlive the writer.
    Writer(Database& database, RowWriter& rows);
    // Applies and answers what waits, then stops.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // When too much waits already, answers "not committed" at once, on this thread.
    void submit(Job job);
    // Waits for the answer; not from a job's `done`.
    bool apply(std::function<void(RowWriter&)> change);

private:
    void run();
    void commit_together(std::vector<Job>& batch);
    bool apply_one(Job& job);

    Database& database_;
    RowWriter& rows_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Job> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace ventanilla::store
