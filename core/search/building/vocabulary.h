// core/search/building/vocabulary.h
//
// The words of all texts of an index, each with one number however it is written, while the index is built.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ventanilla::search {

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0xFFFFFFFF;

class Vocabulary {
public:
    explicit Vocabulary(std::string language) : language_(std::move(language)) {}

    // The number of a word as a text has it; kNoWord if nothing is left of it when folded, or too much.
    WordId add(std::string_view word);

    [[nodiscard]] std::size_t size() const { return keys_.size(); }
    [[nodiscard]] const std::string& key(WordId word) const { return *keys_[word]; }
    // How often texts have a word, by its key. Precondition: one does.
    [[nodiscard]] std::uint32_t uses(const std::string& key) const {
        return uses_[words_.find(key)->second];
    }
    [[nodiscard]] bool is_stop_word(WordId word) const { return stop_words_[word]; }
    [[nodiscard]] const std::string& language() const { return language_; }

    // The term of each word: words whose most frequent spellings have the same stem share one. Numbered from 0.
    [[nodiscard]] std::vector<std::uint32_t> terms() const;

private:
    struct Spelling {
        WordId word = kNoWord;
        std::uint32_t uses = 0;
    };
    // So that looking a word up copies nothing.
    struct Hash {
        using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard's name
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };

    std::string language_;
    std::unordered_map<std::string, Spelling, Hash, std::equal_to<>>
        spellings_;                                                         // as texts have them
    std::unordered_map<std::string, WordId, Hash, std::equal_to<>> words_;  // by key
    std::vector<const std::string*> keys_;
    std::vector<std::uint32_t> uses_;
    std::vector<bool> stop_words_;
};

}  // namespace ventanilla::search
