// cli/index.h
#pragma once

#include <filesystem>

#include "cli/environment.h"

namespace ventanilla::cli {

// Builds a search index from a file with one article a line.
int index(const std::filesystem::path& corpus, const std::filesystem::path& out,
          const Environment& environment);

}  // namespace ventanilla::cli
