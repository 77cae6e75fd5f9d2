// cli/texts.h
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/environment.h"

namespace ventanilla::cli {

// Prints the product's texts by key, as a file texts/<language>.json would hold them: as the site in `folder` words them, or
// as they are. An empty language is the site's default, or Spanish.
int texts(const std::optional<std::filesystem::path>& folder, std::string language,
          const Environment& environment);

}  // namespace ventanilla::cli
