// cli/ticket_files.h
//
// What is attached to requests, saved for whoever answers them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "cli/environment.h"
#include "cli/kept_data.h"

namespace ventanilla::cli {

// Saves what is attached to a request into the folder, which is made where it is missing, as "1-router.jpg" and so on, and prints
// where; for the folder's owner alone. A file that is there already is an error.
int save_ticket_files(const KeptData& kept, const std::string& code,
                      const std::filesystem::path& folder, const Environment& environment);

// The same for one that was read already; how many there were. Throws std::runtime_error with a sentence for the operator.
int save_files(store::Reader& reader, std::string_view tracking_code,
               const std::filesystem::path& folder, std::ostream& out);

}  // namespace ventanilla::cli
