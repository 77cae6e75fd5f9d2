// tests/core/text/vocabularies.h
//
// Snowball's own lists of words and their stems, where tools/setup put them.
#pragma once

#include <span>

namespace ventanilla::test {

struct Vocabulary {
    const char* language;
    const char* folder;  // voc.txt has a word a line, output.txt its stem
};

// One for each language that the product knows.
std::span<const Vocabulary> vocabularies();

}  // namespace ventanilla::test
