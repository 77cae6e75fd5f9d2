// cli/tickets.h
//
// Shows the customers' requests from a data folder, also while a server runs on it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/environment.h"

namespace ventanilla::cli {

struct TicketsOptions {
    std::filesystem::path data = "ventanilla-data";
    std::optional<std::filesystem::path> site;  // whose requests; the demo's where left out
    bool json = false;
};

// Newest first.
int list_tickets(const TicketsOptions& options, int limit, const Environment& environment);
int show_ticket(const TicketsOptions& options, const std::string& code,
                const Environment& environment);

}  // namespace ventanilla::cli
