// cli/search.h
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/environment.h"

namespace ventanilla::cli {

// Answers one query, or, without one, each line of the input (cli/corpus/corpus_search.h).
int search(const std::filesystem::path& folder, const std::vector<std::string>& query,
           const Environment& environment);

}  // namespace ventanilla::cli
