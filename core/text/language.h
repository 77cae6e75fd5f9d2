// core/text/language.h
//
// What the product knows of a language: how its words are stemmed, and which of them say nothing. A language is one
// file, core/text/languages/<tag>.cpp, and one entry in cmake/Languages.cmake.
//
//   find_language("es-MX")->tag   "es"
//   find_language("eu")           nullptr: its words are compared as they stand
//
// A program has all languages; a WebAssembly module those that it is linked with (docs/decisions/0012-languages.md).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct SN_env;  // NOLINT(readability-identifier-naming): what a stemmer of Snowball's works on

namespace ventanilla::text {

// A stemmer of Snowball's, as its compiler writes it. Without one, words are their own stems.
struct StemmerFunctions {
    SN_env* (*create)() = nullptr;
    void (*close)(SN_env*) = nullptr;
    int (*stem)(SN_env*) = nullptr;
};

// How a letter sounds, and how many letters of the word make the sound.
struct Sound {
    char letter = 0;  // any that stands for it; 0: it is silent
    std::size_t letters = 1;
};

// Lists of words: folded and without apostrophes, a space before each and after the last.
struct Language {
    std::string_view tag;  // BCP 47, without a region
    StemmerFunctions stemmer;

    // Articles, prepositions, pronouns and the verbs with which a question is put; never a word that can be what the
    // question is about.
    std::string_view stop_words;

    // Words that put a question when they follow a stop word in its beginning, and are a matter of their own elsewhere.
    std::string_view frame_words;

    // Words that, with those above, make links that do not say where they lead: "artículo" in "este artículo".
    std::string_view link_words;

    // What is stemmed in a word's place, where Snowball's stemmer leaves two forms of a word apart: "mensagem" for
    // "mensagens". Lower case; with accents or typed without. Null: the word itself.
    std::string (*plain_form)(std::string_view word) = nullptr;

    // Words that a folded word, which no text has, may be a form of: "factura" for "facturita". At most
    // kMostBaseForms, the likeliest first; most of them do not exist. `word` is not empty. Null where stems say enough.
    std::vector<std::string> (*base_forms)(std::string_view word) = nullptr;

    // The sound that begins at byte `at` of a folded word, for words that people write as they say them. Null where
    // writing and speech are too far apart.
    Sound (*sound)(std::string_view word, std::size_t at) = nullptr;
};

inline constexpr std::size_t kMostBaseForms = 8;

// All that this program is linked with.
std::span<const Language* const> languages();

// By BCP 47 tag; the region is ignored.
const Language* find_language(std::string_view tag);

// Whether `word` is in one of a language's lists.
bool is_listed(std::string_view words, std::string_view word);

}  // namespace ventanilla::text
