// cli/serve.h
#pragma once

#include <filesystem>
#include <optional>

#include "cli/checked_site.h"
#include "cli/environment.h"
#include "server/server.h"

namespace ventanilla::cli {

// Serves the site in `folder`, or the demo with its company's page, until told to stop. A site with problems is
// not served: they are printed.
int serve(const std::optional<std::filesystem::path>& folder, const server::Options& options,
          Speech speech, const Environment& environment);

}  // namespace ventanilla::cli
