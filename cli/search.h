// cli/search.h
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/environment.h"

namespace ventanilla::cli {

struct SearchOptions {
    std::vector<std::string>
        query;  // words; without any, and without filters, each line of the input is a query
    std::vector<std::string> filters;  // "category=Billing"
    bool counts = false;
    bool explain = false;  // says why each hit stands where it does; in words, of all entries
};

// Answers one query, or each line of the input (cli/corpus/corpus_search.h).
int search(const std::filesystem::path& folder, const SearchOptions& options,
           const Environment& environment);

}  // namespace ventanilla::cli
