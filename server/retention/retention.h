// server/retention/retention.h
//
// How long things are kept. Requests that are solved or closed go some days after the last thing that happened to them, if
// the operator says so; codes and tokens go when their time is over.
//
//   Retention retention(store, std::chrono::days(730), log);   // looks now, and every hour
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string_view>
#include <thread>

#include "server/store/store.h"

namespace ventanilla::retention {

// One look: what is over at `now` is erased, for good. The result is how many requests went. Throws
// std::runtime_error when the database cannot be written to.
int forget(store::Store& store, store::Time now, std::optional<std::chrono::days> keep);

// Lines that name nobody.
struct Log {
    std::function<void(std::string_view line)> done;    // what went
    std::function<void(std::string_view line)> failed;  // why nothing did
};

class Retention {
public:
    // `keep`: nothing keeps requests for ever. The store must outlive it.
    Retention(store::Store& store, std::optional<std::chrono::days> keep, Log log);

private:
    std::jthread thread_;  // stops with it, at once
};

}  // namespace ventanilla::retention
