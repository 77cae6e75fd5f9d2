// cli/environment.h
//
// What every command is given instead of reaching for it: where the installed files lie, and where to read and
// write.
#pragma once

#include <filesystem>
#include <istream>
#include <ostream>

namespace ventanilla::cli {

struct Environment {
    std::filesystem::path share;  // share/ventanilla: web/, texts/, synonyms/, demo/, page/
    std::istream& in;
    std::ostream& out;  // what was asked for
    std::ostream& log;  // what went wrong
};

// The process's exit code.
inline constexpr int kFine = 0;
inline constexpr int kFailed = 1;      // problems in the site, or something could not be done
inline constexpr int kWrongUsage = 2;  // the command line makes no sense

}  // namespace ventanilla::cli
