// cli/settings.h
//
// A command's options in a file, with the names that they have on the command line:
//
//   port = 8080
//   data = "/var/lib/ventanilla"
//
// What stands on the command line or in the environment goes before.
#pragma once

#include <filesystem>

#include <CLI/CLI.hpp>

namespace ventanilla::cli {

// Gives the command, which has been parsed, what its file says. Throws std::runtime_error with the line and what is wrong
// with it: a name that the command has not, a name given twice, a value that the option does not take.
void take_settings(CLI::App& command, const std::filesystem::path& file);

}  // namespace ventanilla::cli
