// core/search/building/vocabulary.h
//
// The words of all texts of an index, each with one number however it is written, while the index is built.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/building/text_table.h"

namespace ventanilla::search {

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0xFFFFFFFF;

class Vocabulary {
public:
    explicit Vocabulary(const std::string& language);

    // The number of a word as a text has it; kNoWord if nothing is left of it when folded, or too much.
    WordId add(std::string_view word);
    // All words of another vocabulary. Returns the number of each here: new ones follow in the order that they have there.
    std::vector<WordId> take(const Vocabulary& other);

    [[nodiscard]] std::size_t size() const { return keys_.size(); }
    // Precondition: a text has a word with this key.
    [[nodiscard]] WordId word(std::string_view key) const { return keys_.find(key); }
    // Holds until the next word that is new.
    [[nodiscard]] std::string_view key(WordId word) const { return keys_.text(word); }
    [[nodiscard]] bool is_stop_word(WordId word) const { return is_stop_word_[word]; }
    [[nodiscard]] const std::string& language() const { return language_; }

    // How often texts have each word.
    [[nodiscard]] std::vector<std::uint32_t> uses() const;
    // The term of each word: words whose most frequent spellings have the same stem share one. Numbered from 0.
    [[nodiscard]] std::vector<std::uint32_t> terms() const;

private:
    struct Spelling {
        WordId word = kNoWord;
        std::uint32_t uses = 0;
    };
    WordId number(std::string_view key);
    [[nodiscard]] std::vector<std::string> usual_spellings() const;

    std::string language_;
    TextTable stop_words_;             // of the language, by key
    TextTable texts_;                  // words as texts have them
    std::vector<Spelling> spellings_;  // of each of these
    TextTable keys_;
    std::vector<bool> is_stop_word_;  // of each of these
};

}  // namespace ventanilla::search
