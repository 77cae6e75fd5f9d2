// server/log/line_log.h
//
// What the server tells its operator: lines from several threads, each whole, and without what says who somebody is.
#pragma once

#include <mutex>
#include <ostream>
#include <string_view>

#include "server/log/redact.h"

namespace ventanilla::server {

class LineLog {
public:
    // Must outlive it.
    explicit LineLog(std::ostream& out) : out_(out) {}

    void line(std::string_view text) {
        const std::lock_guard lock(mutex_);
        out_ << redact(text) << std::endl;
    }

private:
    std::mutex mutex_;
    std::ostream& out_;
};

}  // namespace ventanilla::server
