// server/mail/worker.h
//
// The thread that sends mail while the server runs.
//
//   Worker worker(store, std::move(sender), log);   // starts; what waits is due at once
//   worker.wake();                                  // a ticket was stored
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "server/mail/delivery.h"

namespace ventanilla::mail {

class Worker {
public:
    Worker(store::Store& store, std::unique_ptr<Sender> sender, Log log);
    // Lets a mail that is on its way arrive, then stops; the others stay in the queue.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // From any thread; returns at once.
    void wake();

private:
    void run();
    store::Time deliver();

    store::Store& store_;
    std::unique_ptr<Sender> sender_;
    Log log_;
    Delivery delivery_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool woken_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace ventanilla::mail
