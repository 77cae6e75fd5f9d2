// server/mail/worker.h
//
// The thread that sends mail while the server runs.
//
//   Worker worker(store, std::move(sender), log);   // starts; what waits is due at once
//   worker.wake();                                  // a ticket was stored
#pragma once

#include <memory>
#include <utility>

#include "server/mail/delivery.h"
#include "server/time/timestamps.h"
#include "server/worker/worker.h"

namespace ventanilla::mail {

class Worker {
public:
    Worker(store::Store& store, std::unique_ptr<Sender> sender, const Log& log)
        : sender_(std::move(sender)), delivery_(store, *sender_, server::now, log),
          worker_({.run = [this, &store, log] { return run(store, log); },
                   .stop = [this] { delivery_.stop(); },
                   .failed = "mail could not be sent"},
                  log) {}

    // From any thread; returns at once.
    void wake() { worker_.wake(); }

private:
    // With better settings after a start, perhaps, what has failed before is due as well.
    store::Time run(store::Store& store, const Log& log) {
        if (!std::exchange(has_begun_, true) && !store.mail_due_now(server::now())) {
            log("the mail queue cannot be written to");
        }
        return delivery_.run();
    }

    bool has_begun_ = false;
    std::unique_ptr<Sender> sender_;
    Delivery delivery_;
    server::Worker worker_;  // last: it uses the others
};

}  // namespace ventanilla::mail
