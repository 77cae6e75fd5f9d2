// server/store/ticket.h
//
// A request and what has happened to it since: values, as the database keeps them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace ventanilla::store {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;  // UTC

struct Ticket {
    std::string tracking_code;
    std::string language;
    std::string form;
    std::string fields;      // JSON object: field id -> value
    std::string transcript;  // JSON object of guide::Transcript, or empty
    std::string context;     // JSON object: what the page added, such as its address; or empty
    std::string email;       // the customer's, in lower case; may be empty
    Time received;

    // Where it stands: what its events have made of it.
    std::string status = "new";       // see core/ticket/thread.h
    std::string priority = "normal";  // likewise
    std::string queue = {};           // whose it is to answer
    std::string assignee = {};        // who of the team; may be empty
    std::string tags = {};            // in alphabetical order, a space between two
    std::string satisfaction = {};    // "good", "bad" or not asked yet
    // Why nobody is told of it until the team has looked at it: words with a space between two; empty: it is like any other.
    std::string quarantine = {};
    std::optional<Time> due = {};  // by when the first answer is owed
    Time updated = {};             // when the newest event happened; at first when it was received
    int revision = 0;              // number of its newest event

    friend bool operator==(const Ticket&, const Ticket&) = default;
};

// How it went with one, in short.
struct Course {
    std::string language;
    std::string queue;
    Time received;
    std::optional<Time> due;
    std::optional<Time> answered;  // by the team, for the first time
    std::optional<Time> over;      // when it was solved or closed last; nothing: it is not
    std::string satisfaction;

    friend bool operator==(const Course&, const Course&) = default;
};

// One thing that happened to a ticket. None is ever changed or taken away, but with its ticket.
struct Event {
    int number = 0;  // 1, 2 ... within the ticket; the store gives it
    Time at;
    std::string kind;         // see core/ticket/thread.h
    std::string actor;        // "customer", "team" or "system"
    std::string author = {};  // who of the team, or which program
    std::string text = {};    // of a message, a note or a comment
    std::string before = {};  // of what has changed
    std::string after = {};

    friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace ventanilla::store
