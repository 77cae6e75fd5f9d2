// cli/ticket_changes.h
//
// What the team does with requests from the terminal, also while a server runs: what is written to a customer is mailed
// by that server, within a quarter of a minute.
#pragma once

#include <optional>
#include <string>

#include "cli/environment.h"
#include "cli/kept_data.h"

namespace ventanilla::cli {

struct ChangeOptions : KeptData {
    std::string code;
    std::string text;    // "-": from the input
    std::string author;  // who does it
};

// What is set; what is left out stays as it is.
struct SetOptions {
    std::optional<std::string> status;
    std::optional<std::string> priority;
    std::optional<std::string> queue;
    std::optional<std::string> assignee;
    std::optional<std::string> tags;  // a space between two
    bool is_released = false;         // out of quarantine
};

// `status`: what the request has afterwards; where it is empty, it is the customer's turn.
int reply_to_ticket(const ChangeOptions& options, const std::string& status,
                    const Environment& environment);
int note_on_ticket(const ChangeOptions& options, const Environment& environment);
int set_ticket(const ChangeOptions& options, const SetOptions& set, const Environment& environment);

// Takes requests away for good: the one of that code, or all of that customer where it is empty.
int erase_tickets(const KeptData& kept, const std::string& code, const std::string& email,
                  const Environment& environment);

}  // namespace ventanilla::cli
