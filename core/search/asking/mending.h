// core/search/asking/mending.h
//
// The words that mend one which stands nowhere, looked for where they are likely: near it in the alphabet, among the
// frequent words of all ranges, and where these do not come near among those that end like it.
#pragma once

#include <string>
#include <vector>

#include "core/search/asking/forms.h"
#include "core/search/asking/query_words.h"
#include "core/search/asking/shelf.h"
#include "core/search/asking/slot.h"

namespace ventanilla::search {

struct Mended {
    Match match;                     // without terms while nothing mends the word
    std::vector<std::string> words;  // that match, folded
    std::string
        meant;  // what it is taken for; empty where it is only typed without its accents, or begins so
};

// `covering` has the words near it in the alphabet.
Mended mend(const Index::Data& index, const QueryWord& word, const Part& covering, Shelf& shelf,
            Forms& forms);

}  // namespace ventanilla::search
