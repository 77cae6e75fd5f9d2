// widget/app/correspondence.h
//
// What she does with requests that she has sent before. The session keeps it as text, which goes with the tab and costs the first
// file nothing: docs/decisions/0028-my-requests.md.
//
//   Correspondence correspondence = read_correspondence(session.requests);
//   correspondence.requests[code].token = ...;
//   session.requests = write_correspondence(correspondence);
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "widget/app/model.h"
#include "widget/app/thread.h"

namespace ventanilla::app {

// What her buttons report, as Chose with this key.
inline constexpr const char* kRequestDeed = "request";
inline constexpr const char* kFind = "find";        // the one whose tracking code she has written
inline constexpr const char* kMailDigits = "mail";  // that show that a request is hers
inline constexpr const char* kOpen = "open";        // with them
inline constexpr const char* kReply = "reply";      // to the team
inline constexpr const char* kClose = "close";
inline constexpr const char* kReopen = "reopen";
inline constexpr const char* kGood = "good";  // she was helped
inline constexpr const char* kBad = "bad";
inline constexpr const char* kComment = "comment";      // on that
inline constexpr std::string_view kDropFile = "drop.";  // and its id: from the reply
inline constexpr std::string_view kSaveFile = "save.";  // and its number: to keep it
inline constexpr const char* kReload = "reload";        // what could not be loaded

// With one of them.
struct Exchange {
    std::string token;   // shows that it is hers; empty: she has not proved it yet
    bool asked = false;  // six digits are on their way to her mailbox
    EditedText digits;
    EditedText reply;
    std::string files;    // that go with the reply, as widget/app/chosen_files.h writes them
    EditedText comment;   // on whether she was helped
    std::string key;      // Idempotency-Key of the reply
    std::string body;     // of the reply: frozen while nobody knows whether it has arrived
    int attempts = 0;     // so often the reply was sent
    std::string trouble;  // key of the sentence that says what went wrong; empty: nothing
    std::string told;     // what the server has told of it last: widget/app/thread.h; may be empty
    std::optional<LoadState> load;  // of that, while it is not (yet) there
    int pause = 0;                  // seconds until it is looked at again
};

struct Correspondence {
    EditedText code;                           // that she looks for
    bool code_missed = false;                  // what she wrote is no tracking code
    std::map<std::string, Exchange> requests;  // by tracking code
};

// Text that is empty, broken or of another version gives what nobody has written in yet.
Correspondence read_correspondence(std::string_view text);
// Empty where there is nothing to keep.
std::string write_correspondence(const Correspondence& correspondence);

}  // namespace ventanilla::app
