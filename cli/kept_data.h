// cli/kept_data.h
//
// What "ventanilla serve" keeps of a site, for the commands that show or change it, also while a server runs on it. What goes
// wrong is thrown as std::runtime_error with a sentence for the operator.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli/environment.h"
#include "server/store/store.h"

namespace ventanilla::cli {

struct KeptData {
    std::filesystem::path data = "ventanilla-data";
    std::string database;                       // "postgresql://...", in place of the one in `data`
    std::optional<std::filesystem::path> site;  // whose; the demo's where left out
};

std::filesystem::path site_of(const KeptData& kept, const Environment& environment);

// All that is needed of the site, so that it can be read while an author is in the middle of a change.
std::string site_id(const KeptData& kept, const Environment& environment);

std::unique_ptr<store::Reader> open(const KeptData& kept, const Environment& environment);
std::unique_ptr<store::Store> open_to_change(const KeptData& kept, const Environment& environment);

}  // namespace ventanilla::cli
