// core/search/repair.h
//
// Mends a word that stands nowhere: the dictionary's words within one edit of it (four letters and more) or
// two (eight and more). An edit is a letter too many, too few, another one, or two that changed places; n typed
// for ñ is none at all. Words with digits are not mended: "365" is not "364".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/search/dictionary.h"

namespace ventanilla::search {

struct Repair {
    std::string word;
    TermId term = 0;
};

struct Repairs {
    std::vector<Repair> words;  // all those that are nearest, ascending
    unsigned edits = 0;
};

// `word` is folded. With `continues`, words that only begin like it count when no whole word is near enough.
Repairs repair(const Dictionary& dictionary, std::string_view word, bool continues);

}  // namespace ventanilla::search
