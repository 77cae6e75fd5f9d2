// server/worker/worker.h
//
// A thread that does something whenever it is woken, and when what it does says that it is time again: sending mail, calling webhooks.
//
//   Worker worker({.run = [&] { return delivery.run(); }, .stop = [&] { delivery.stop(); }, .failed = "mail could not be sent"}, log);
//   worker.wake();   // a ticket was stored
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "server/store/ticket.h"

namespace ventanilla::server {

using Log = std::function<void(std::string_view line)>;

struct Work {
    std::function<store::Time()>
        run;  // says when to be called again at the latest; may throw std::exception
    std::function<void()> stop;  // from another thread: run() ends soon
    std::string failed;          // the beginning of the line that says what run() has thrown
};

class Worker {
public:
    Worker(Work work, Log log);
    // Lets what is under way end, then stops.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // From any thread; returns at once.
    void wake();

private:
    void loop();
    store::Time run();

    Work work_;
    Log log_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool woken_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace ventanilla::server
