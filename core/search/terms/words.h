// core/search/terms/words.h
//
// Words of texts and queries as the dictionary knows them, and the words of a language that say
// nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/language.h"
#include "core/text/stem.h"

namespace ventanilla::search {

// Folded, without apostrophes: "User’s" is "users". May be empty.
std::string word_key(std::string_view word);

// As the stemmer wants it: lower case, accents kept, straight apostrophes.
std::string word_spelling(std::string_view word);

// What all forms of a word have in common, folded: words with the same are one term.
class Stems {
public:
    explicit Stems(std::string_view language)
        : language_(text::find_language(language)), stemmer_(language) {}

    // `spelling`: see word_spelling(); a word without its accents is taken too.
    std::string of(std::string_view spelling);

private:
    const text::Language* language_;  // null: every word is its own stem
    text::Stemmer stemmer_;
};

// Whether `key` is a word such as "the" or "how" that texts of the language are full of. Such a
// word finds titles and headings only and counts little; a query of nothing else still finds.
bool is_stop_word(std::string_view key, std::string_view language);

// Stop words that stand together in a title, heading or query, as a set in which some are taken for others: one of
// eight bits for each. 0 for none.
using StopWordSet = std::uint32_t;
StopWordSet stop_word_set(std::string_view key);

// Tells what a question is about from how it is put: reads the words of a query from the first on. In "why is there a
// problem with my bill" the words up to "with" only ask; in "problem reports" both words say something.
class Frame {
public:
    explicit Frame(std::string_view language) : language_(text::find_language(language)) {}

    // Whether the next word, folded, is a stop word or part of how the question is put.
    bool says_nothing(std::string_view key);

private:
    const text::Language* language_;  // null: none of its words is known
    bool begun_ = false;              // with a stop word
    bool over_ = false;
};

}  // namespace ventanilla::search
