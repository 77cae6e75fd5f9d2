// cli/report.h
//
// Shows how requests were answered, from a data folder, also while a server runs on it.
#pragma once

#include <string>

#include "cli/environment.h"
#include "cli/kept_data.h"
#include "server/store/votes.h"

namespace CLI {
class App;
}

namespace ventanilla::cli {

struct ReportOptions : KeptData {
    store::Day since;                 // in UTC, as the next one
    std::optional<store::Day> until;  // that day is not counted any more
    std::string format = "text";      // or "csv", "json"
};

void add_report_options(CLI::App& report, ReportOptions& options);
int print_report(const ReportOptions& options, const Environment& environment);

}  // namespace ventanilla::cli
