// core/search/terms/numbers.h
//
// Numbers and names with digits as people write them: "5 GHz" and "5GHz", "E-404" and "E404".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ventanilla::search {

// Whether two words that follow each other are a number and its unit.
bool is_measure(std::string_view number, std::string_view unit);

// Where a word can be cut because digits and letters meet: bytes from its beginning. 1 for "e404".
std::vector<std::size_t> digit_borders(std::string_view word);

}  // namespace ventanilla::search
