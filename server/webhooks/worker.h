// server/webhooks/worker.h
//
// The thread that calls webhooks while the server goes on taking requests.
//
//   Worker worker(store, make_caller(), log);   // starts, and makes at once what still waits
//   worker.wake();                              // something was stored
#pragma once

#include <memory>
#include <utility>

#include "server/time/timestamps.h"
#include "server/webhooks/delivery.h"
#include "server/worker/worker.h"

namespace ventanilla::webhooks {

class Worker {
public:
    Worker(store::Store& store, std::unique_ptr<Caller> caller, const Log& log)
        : caller_(std::move(caller)), delivery_(store, *caller_, server::now, log),
          worker_({.run = [this] { return delivery_.run(); },
                   .stop = [this] { delivery_.stop(); },
                   .failed = "webhooks could not be called"},
                  log) {}

    // From any thread; returns at once.
    void wake() { worker_.wake(); }

private:
    std::unique_ptr<Caller> caller_;
    Delivery delivery_;
    server::Worker worker_;  // last: it uses the others
};

}  // namespace ventanilla::webhooks
