// cli/table.h
//
// Rows for people to read on a terminal.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace ventanilla::cli {

// Columns as wide as what stands in them: the first ones are text, the others numbers. Precondition: there is a row, and
// all have as many columns.
void print_table(const std::vector<std::vector<std::string>>& rows, std::size_t texts,
                 std::ostream& out);

}  // namespace ventanilla::cli
