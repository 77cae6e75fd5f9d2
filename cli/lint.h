// cli/lint.h
#pragma once

#include <filesystem>

#include "cli/environment.h"

namespace ventanilla::cli {

// Prints every problem of the site in `folder`.
int lint(const std::filesystem::path& folder, const Environment& environment);

}  // namespace ventanilla::cli
