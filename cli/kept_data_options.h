// cli/kept_data_options.h
//
// Options by which a command is told where "ventanilla serve" keeps its data.
#pragma once

#include <string>

#include "cli/kept_data.h"

namespace CLI {
class App;
}

namespace ventanilla::cli {

void add_database(CLI::App& to, std::string& database);
void add_data(CLI::App& to, KeptData& kept);       // with its database
void add_kept_data(CLI::App& to, KeptData& kept);  // likewise, and whose data

}  // namespace ventanilla::cli
