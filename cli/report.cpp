#include "cli/report.h"

#include <CLI/CLI.hpp>
#include <array>
#include <ostream>

#include "cli/option_values.h"
#include "cli/printable.h"
#include "cli/table.h"
#include "core/base/json.h"
#include "server/report/report.h"
#include "server/time/timestamps.h"

namespace ventanilla::cli {
namespace {

using base::Json;
using report::Line;
using Seconds = std::optional<std::chrono::seconds>;

constexpr std::array kColumns = {
    "queue",           "language",          "received",     "answered", "over",
    "promised",        "overdue",           "good",         "bad",      "first_answer_median",
    "first_answer_90", "resolution_median", "resolution_90"};

// The columns from the third on; times in seconds, nothing where there are none.
std::vector<std::optional<std::int64_t>> numbers(const Line& line) {
    const auto seconds = [](const Seconds& time) {
        return time ? std::optional<std::int64_t>(time->count()) : std::nullopt;
    };
    return {line.received,
            line.answered,
            line.over,
            line.promised,
            line.overdue,
            line.good,
            line.bad,
            seconds(line.first_answer.median),
            seconds(line.first_answer.ninety),
            seconds(line.resolution.median),
            seconds(line.resolution.ninety)};
}

// RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it.
std::string csv_text(const std::string& text) {
    const bool is_formula = !text.empty() && std::string_view("=+-@\t\r").contains(text.front());
    std::string quoted = is_formula ? "\"'" : "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + "\"";
}

void print_csv(const std::vector<Line>& lines, std::ostream& out) {
    for (const char* column : kColumns) {
        out << (column == kColumns.front() ? "" : ",") << column;
    }
    out << "\r\n";
    for (const Line& line : lines) {
        out << csv_text(line.queue) << ',' << csv_text(line.language);
        for (const auto& number : numbers(line)) {
            out << ',' << (number ? std::to_string(*number) : "");
        }
        out << "\r\n";
    }
}

void print_json(const std::vector<Line>& lines, std::ostream& out) {
    Json list = Json::array();
    for (const Line& line : lines) {
        Json json = {{"queue", line.queue}, {"language", line.language}};
        const auto values = numbers(line);
        for (std::size_t i = 0; i < values.size(); ++i) {
            json[kColumns.at(i + 2)] = values[i] ? Json(*values[i]) : Json();
        }
        list.push_back(std::move(json));
    }
    out << base::write_json(list) << '\n';
}

std::string readable(const Seconds& time) {
    if (!time) {
        return "-";
    }
    constexpr int kMinute = 60;
    constexpr int kHour = 60 * kMinute;
    constexpr int kDay = 24 * kHour;
    const auto seconds = time->count();
    const auto two = [](std::int64_t large, const char* unit, std::int64_t small,
                        const char* part) {
        return std::to_string(large) + unit + (small > 0 ? " " + std::to_string(small) + part : "");
    };
    if (seconds >= kDay) {
        return two(seconds / kDay, " d", seconds % kDay / kHour, " h");
    }
    if (seconds >= kHour) {
        return two(seconds / kHour, " h", seconds % kHour / kMinute, " min");
    }
    return std::to_string(seconds / kMinute) + " min";
}

std::string share(int part, int whole) {
    return whole == 0 ? "-" : std::to_string((100 * part + whole / 2) / whole) + " %";
}

void print_text(const std::vector<Line>& lines, std::ostream& out) {
    std::vector<std::vector<std::string>> rows = {{"QUEUE", "LANGUAGE", "RECEIVED", "ANSWERED",
                                                   "OVER", "OVERDUE", "HELPED", "FIRST ANSWER",
                                                   "9 IN 10", "UNTIL OVER", "9 IN 10"}};
    for (const Line& line : lines) {
        const bool is_of_all = &line == &lines.back();
        rows.push_back({is_of_all            ? "all"
                        : line.queue.empty() ? "-"
                                             : printable(line.queue),
                        is_of_all ? "" : printable(line.language), std::to_string(line.received),
                        std::to_string(line.answered), std::to_string(line.over),
                        share(line.overdue, line.promised), share(line.good, line.good + line.bad),
                        readable(line.first_answer.median), readable(line.first_answer.ninety),
                        readable(line.resolution.median), readable(line.resolution.ninety)});
    }
    print_table(rows, 2, out);
}

}  // namespace

void add_report_options(CLI::App& report, ReportOptions& options) {
    report
        .add_option_function<std::string>(
            "--since",
            [&options](const std::string& date) { options.since = *server::day_from(date); },
            "Only requests from this day on, in UTC")
        ->option_text("YYYY-MM-DD")
        ->check(day());
    report
        .add_option_function<std::string>(
            "--until",
            [&options](const std::string& date) { options.until = *server::day_from(date); },
            "Only requests from before this day, in UTC")
        ->option_text("YYYY-MM-DD")
        ->check(day());
    report
        .add_option("--format", options.format,
                    "text, csv or json; times are seconds in the last two")
        ->option_text("FORMAT=text")
        ->check(CLI::IsMember({"text", "csv", "json"}));
}

int print_report(const ReportOptions& options, const Environment& environment) {
    const store::Time now = server::now();
    const store::Time until = options.until ? store::Time(*options.until) : now;
    const auto lines = report::make_report(
        open(options, environment)->courses(store::Time(options.since), until), now);
    if (options.format == "csv") {
        print_csv(lines, environment.out);
    } else if (options.format == "json") {
        print_json(lines, environment.out);
    } else {
        print_text(lines, environment.out);
    }
    return kFine;
}

}  // namespace ventanilla::cli
