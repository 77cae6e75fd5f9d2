// cli/command_line.h
#pragma once

#include "cli/environment.h"

namespace ventanilla::cli {

// Understands the command line, runs the command and returns the process's exit code. Nothing is thrown: what
// goes wrong is one sentence on the environment's log.
int run_command_line(int argc, const char* const* argv, const Environment& environment);

}  // namespace ventanilla::cli
