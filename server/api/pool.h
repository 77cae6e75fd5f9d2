// server/api/pool.h
//
// Threads for what waits for the database, so that those which serve the network never do.
//
//   Pool pool(2);
//   pool.submit([=, &store] { respond(page(store.list({}))); }) || busy(respond);
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ventanilla::api {

class Pool {
public:
    explicit Pool(int threads);
    // Does what waits first.
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    // False if too much waits already: nothing is done then. A job must not throw.
    [[nodiscard]] bool submit(std::function<void()> job);

private:
    void run();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> waiting_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace ventanilla::api
