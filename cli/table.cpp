#include "cli/table.h"

#include <algorithm>
#include <iomanip>
#include <ostream>
#include <string_view>

#include "core/text/utf8.h"

namespace ventanilla::cli {

void print_table(const std::vector<std::vector<std::string>>& rows, std::size_t texts,
                 std::ostream& out) {
    constexpr std::string_view kGap = "  ";
    std::vector<std::size_t> widths(rows.front().size());
    for (const auto& row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], text::count_characters(row[column]));
        }
    }
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::string gap(widths[column] - text::count_characters(row[column]), ' ');
            line += column == 0 ? "" : kGap;
            line += column < texts ? row[column] + gap : gap + row[column];
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

}  // namespace ventanilla::cli
