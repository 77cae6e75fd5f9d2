// core/search/terms/word_sets.h
//
// Texts compared by which words they have: folded and stemmed, in any order, without the words that say nothing.
//
//   WordSets sets("es");
//   sets.of("¿No puedo entrar?") == sets.of("Entrar: no se puede")   // "entrar"
#pragma once

#include <string>
#include <string_view>

#include "core/search/terms/words.h"

namespace ventanilla::search {

class WordSets {
public:
    explicit WordSets(std::string_view language) : language_(language), stems_(language) {}

    // The words ascending, each once, with a space between them. Of stop words alone, all of them; empty without any
    // word.
    std::string of(std::string_view text) { return set_of(text, false); }
    // The same for how people type without accents and without ñ.
    std::string bare(std::string_view text) { return set_of(text, true); }

private:
    std::string set_of(std::string_view text, bool is_bare);

    std::string language_;
    Stems stems_;
};

}  // namespace ventanilla::search
