#include "cli/kept_data_options.h"

#include <CLI/CLI.hpp>

#include "cli/option_values.h"

namespace ventanilla::cli {

void add_database(CLI::App& to, std::string& database) {
    to.add_option("--database", database, "PostgreSQL database in place of the data folder's own")
        ->option_text("postgresql://...")
        ->envname("VENTANILLA_DATABASE")
        ->check(postgres_address());
}

void add_data(CLI::App& to, KeptData& kept) {
    to.add_option("--data", kept.data, "Folder that \"ventanilla serve\" keeps its data in")
        ->option_text("FOLDER=" + kept.data.string())
        ->check(not_empty());
    add_database(to, kept.database);
}

void add_kept_data(CLI::App& to, KeptData& kept) {
    add_data(to, kept);
    to.add_option_function<std::string>(
          "--site", [&kept](const std::string& site) { kept.site = site; },
          "Folder of the site that it is kept for; the demo where left out")
        ->option_text("FOLDER")
        ->check(CLI::ExistingDirectory);
}

}  // namespace ventanilla::cli
