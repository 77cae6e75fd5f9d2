// core/text/tokenize.h
//
// Cuts a text into words: runs of letters and digits (UAX #29 in its simple cases), so that "no-tengo" is two
// words and "5GHz" is one. Apostrophes and marks inside a word stay in it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ventanilla::text {

// A word and where it stands: bytes [begin, begin + word.size()) of the text.
struct Token {
    std::string_view word;
    std::size_t begin = 0;
};

// Words longer than 64 characters are cut there. The views live as long as the text.
std::vector<Token> tokenize(std::string_view text);

}  // namespace ventanilla::text
