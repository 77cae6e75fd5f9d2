// cli/serve_options.h
//
// What "ventanilla serve" can be told, on the command line, in the environment or in a file (cli/settings.h).
#pragma once

#include "server/server.h"

namespace CLI {
class App;
}

namespace ventanilla::cli {

// Sets what holds where nothing is said. `options` must live as long as `serve`.
void add_serve_options(CLI::App& serve, server::Options& options);

}  // namespace ventanilla::cli
