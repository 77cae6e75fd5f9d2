// core/search/building/tidy.h
//
// Texts as an index keeps them, while it is built.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ventanilla::search {

// Valid UTF-8 on one line a paragraph: runs of blanks become one, control characters go.
std::string tidy(std::string_view text);

// The same on one line.
std::string one_line(std::string_view text);

// The lines of a tidy text, without their ends.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace ventanilla::search
