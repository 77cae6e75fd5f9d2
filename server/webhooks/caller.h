// server/webhooks/caller.h
//
// One call over HTTP.
#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ventanilla::webhooks {

struct Answer {
    int status = 0;                                        // 0: there was none
    std::string error = {};                                // why, for the operator
    std::optional<std::chrono::seconds> retry_after = {};  // what it asks for
};

class Caller {
public:
    virtual ~Caller() = default;

    // Blocks for 15 seconds at most.
    virtual Answer call(const std::string& url,
                        const std::vector<std::pair<std::string, std::string>>& headers,
                        const std::string& body) = 0;
    // From another thread: gives up what is under way, and what comes.
    virtual void stop() = 0;
};

// Follows no redirect and uses no proxy: what is called is what was set.
std::unique_ptr<Caller> make_caller();

// Where a call may go: over HTTPS, or within this machine; no password in it. The error is one sentence.
std::expected<void, std::string> check_address(const std::string& url);

}  // namespace ventanilla::webhooks
