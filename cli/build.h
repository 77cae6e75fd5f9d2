// cli/build.h
#pragma once

#include <filesystem>

#include "cli/checked_site.h"
#include "cli/environment.h"

namespace ventanilla::cli {

// Publishes the site in `folder` into the folder `out`, for any static host.
int build(const std::filesystem::path& folder, const std::filesystem::path& out, Speech speech,
          const Environment& environment);

}  // namespace ventanilla::cli
