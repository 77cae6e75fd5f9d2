// core/search/words.h
//
// Words of texts and queries as the dictionary knows them, and the words of a language that say
// nothing.
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::search {

// Folded, without apostrophes: "User’s" is "users". May be empty.
std::string word_key(std::string_view word);

// As the stemmer wants it: lower case, accents kept, straight apostrophes.
std::string word_spelling(std::string_view word);

// Whether `key` is a word such as "the" or "how" that texts of the language are full of. Such a
// word finds titles and headings only and counts little; a query of nothing else still finds.
bool is_stop_word(std::string_view key, std::string_view language);

}  // namespace ventanilla::search
