// server/store/sql/times.h
//
// Times as columns hold them: milliseconds since 1970-01-01, in UTC.
#pragma once

#include <cstdint>

#include "server/store/ticket.h"

namespace ventanilla::store {

inline std::int64_t milliseconds(Time time) {
    return time.time_since_epoch().count();
}

inline Time time_of(std::int64_t milliseconds) {
    return Time(std::chrono::milliseconds(milliseconds));
}

}  // namespace ventanilla::store
