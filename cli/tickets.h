// cli/tickets.h
//
// Shows the customers' requests from a data folder, also while a server runs on it.
#pragma once

#include <string>

#include "cli/environment.h"
#include "cli/kept_data.h"

namespace ventanilla::cli {

struct TicketsOptions : KeptData {
    bool json = false;
};

// Newest first; those in quarantine, or the others.
int list_tickets(const TicketsOptions& options, int limit, bool quarantined,
                 const Environment& environment);
// As the API gives them to the team. `email`: only those of this customer, if it is not empty. `files`: a folder for what is
// attached, with one for each request; nowhere if it is empty.
int export_tickets(const KeptData& kept, const std::string& email,
                   const std::filesystem::path& files, const Environment& environment);
int show_ticket(const TicketsOptions& options, const std::string& code,
                const Environment& environment);

}  // namespace ventanilla::cli
