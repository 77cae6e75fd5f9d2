// widget/app/thread.h
//
// A request that was sent, and what has become of it, as the server tells it to its customer: docs/api.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ticket/submission.h"
#include "core/ticket/thread.h"

namespace ventanilla::app {

// One thing that has happened to it, of those that a customer sees.
struct Happening {
    int number = 0;
    std::string at;  // RFC 3339, as all times here
    ticket::EventKind kind = ticket::EventKind::kMessage;
    bool is_hers = false;
    std::string author;  // who of the team; may be empty
    std::string text;    // of a message or a comment
    std::string after;   // what it has now, such as its status
};

struct SentFile {
    int number = 0;     // within the request
    int happening = 0;  // of the message that it came with; 0: the request itself
    std::string name;
    std::int64_t size = 0;  // bytes
};

struct Thread {
    ticket::Status status = ticket::Status::kNew;
    std::string received;
    std::string due;           // by when the first answer is owed; may be empty
    std::string satisfaction;  // "good", "bad" or not said yet
    int revision = 0;
    ticket::Values fields = {};
    std::vector<Happening> happenings = {};
    std::vector<SentFile> files = {};
};

// Nothing where it is not what the server says.
std::optional<Thread> read_thread(std::string_view text);

}  // namespace ventanilla::app
