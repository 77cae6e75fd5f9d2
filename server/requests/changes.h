// server/requests/changes.h
//
// Changes requests that others may change at the same moment: reads one, lets a function say what is to happen to it as it
// stands now, and stores that; again, if it has moved on meanwhile.
//
//   changes.change(code, [&](const store::Ticket& ticket) -> Read<store::Change> { ... },
//                  [=](Changed changed) { ... });
#pragma once

#include <functional>
#include <string>

#include "server/api/pool.h"
#include "server/requests/change_request.h"
#include "server/store/store.h"

namespace ventanilla::requests {

using Make = std::function<Read<store::Change>(const store::Ticket&)>;
using Changed = std::expected<store::Stored, http::Problem>;

class Changes {
public:
    // Both must outlive it, and everything that it was asked.
    Changes(store::Store& store, api::Pool& pool) : store_(store), pool_(pool) {}

    // On a thread of the pool. `done` is called exactly once, now or from a thread of the store or the pool.
    void change(const Speech& speech, std::string code, Make make,
                std::function<void(Changed)> done);

private:
    struct Attempt;

    void run(const std::shared_ptr<Attempt>& attempt);

    store::Store& store_;
    api::Pool& pool_;
};

// Says when to come back where it may help.
http::Response refusal(const http::Problem& problem);

http::Problem no_ticket(const Speech& speech);
http::Problem unavailable(const Speech& speech);

}  // namespace ventanilla::requests
