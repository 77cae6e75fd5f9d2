#include "core/search/asking/forms.h"

#include <algorithm>

namespace ventanilla::search {
namespace {

// How far a word may go on after its stem.
constexpr std::size_t kLongestEnding = 8;  // bytes
constexpr int kMaxCompared = 64;

}  // namespace

std::optional<TermId> Forms::find(const Dictionary& dictionary, std::string_view key,
                                  std::string_view word) {
    if (const auto term = dictionary.find(key)) {
        return term;
    }
    const std::string stem = stems_.of(word_spelling(word));
    if (stem.size() < 3) {
        return std::nullopt;
    }
    // English writes categori for category.
    const std::string_view beginning =
        std::string_view(stem).substr(0, stem.size() - (stem.back() == 'i' ? 1 : 0));
    int compared = 0;
    for (auto cursor = dictionary.from(beginning);
         cursor.valid() && cursor.word().starts_with(beginning) && compared < kMaxCompared;
         cursor.next()) {
        if (cursor.word().size() > stem.size() + kLongestEnding) {
            continue;
        }
        ++compared;
        if (stems_.of(cursor.word()) == stem) {
            return cursor.term();
        }
    }
    return std::nullopt;
}

std::vector<std::string> Forms::of_term(const Dictionary& dictionary, TermId term,
                                        std::string_view key) {
    std::vector<std::string> words;
    const std::string stem = stems_.of(key);
    const auto end = std::mismatch(key.begin(), key.end(), stem.begin(), stem.end()).first;
    const std::string_view beginning(key.begin(), end);
    int compared = 0;
    for (auto cursor = dictionary.from(beginning);
         cursor.valid() && cursor.word().starts_with(beginning) && compared < kMaxCompared;
         cursor.next(), ++compared) {
        if (cursor.term() == term) {
            words.emplace_back(cursor.word());
        }
    }
    words.emplace_back(key);
    return words;
}

}  // namespace ventanilla::search
