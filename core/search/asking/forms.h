// core/search/asking/forms.h
//
// The forms of a word that a dictionary has: those with its stem.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/format/dictionary.h"
#include "core/search/terms/words.h"

namespace ventanilla::search {

class Forms {
public:
    explicit Forms(std::string_view language) : stems_(language) {}

    // The term of the word itself, or of another word with its stem. `key` is the word folded, `word` as it was typed.
    std::optional<TermId> find(const Dictionary& dictionary, std::string_view key,
                               std::string_view word);

    // What texts write for `key`: the words of its term that begin like it up to its stem's end, and itself.
    std::vector<std::string> of_term(const Dictionary& dictionary, TermId term,
                                     std::string_view key);

private:
    Stems stems_;
};

}  // namespace ventanilla::search
