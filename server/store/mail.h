// server/store/mail.h
//
// Mail that waits to be sent.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "server/store/ticket.h"

namespace ventanilla::store {

struct Mail {
    std::string to;
    std::string subject;
    std::string text;
    std::string reply_to;
    // A stranger may have given this address: it gets one such mail a day, until its owner has shown that it is hers.
    bool is_unasked = false;
    // Asks how it was, that long after it was solved, unless she or the team has done anything until then.
    std::optional<std::chrono::days> follows_up = {};
    // Stays until its ticket is let out of quarantine.
    bool is_held = false;

    friend bool operator==(const Mail&, const Mail&) = default;
};

struct QueuedMail {
    std::int64_t id = 0;        // never given to another mail, even after this one was sent
    std::string tracking_code;  // of the ticket that it is about
    Mail mail;
    int attempts = 0;  // that failed
    Time next_attempt;
    std::string last_error;
};

}  // namespace ventanilla::store
