#include "core/search/building/vocabulary.h"

#include <map>

#include "core/search/format/dictionary.h"
#include "core/search/terms/words.h"

namespace ventanilla::search {

WordId Vocabulary::add(std::string_view word) {
    if (const auto known = spellings_.find(word); known != spellings_.end()) {
        ++known->second.uses;
        if (known->second.word != kNoWord) {
            ++uses_[known->second.word];
        }
        return known->second.word;
    }
    Spelling spelling{kNoWord, 1};
    std::string key = word_key(word);
    if (!key.empty() && key.size() <= Dictionary::kMaxWord) {
        const auto [at, is_new] =
            words_.try_emplace(std::move(key), static_cast<WordId>(keys_.size()));
        spelling.word = at->second;
        if (is_new) {
            keys_.push_back(&at->first);
            uses_.push_back(0);
            stop_words_.push_back(search::is_stop_word(at->first, language_));
        }
    }
    if (spelling.word != kNoWord) {
        ++uses_[spelling.word];
    }
    spellings_.emplace(word, spelling);
    return spelling.word;
}

std::vector<std::uint32_t> Vocabulary::terms() const {
    // With accents, without case, and how often.
    std::vector<std::map<std::string, std::uint32_t>> spelled(size());
    for (const auto& [text, spelling] : spellings_) {
        if (spelling.word != kNoWord) {
            spelled[spelling.word][word_spelling(text)] += spelling.uses;
        }
    }
    Stems stems(language_);
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<std::uint32_t> terms;
    terms.reserve(size());
    for (const auto& uses : spelled) {
        auto usual = uses.begin();
        for (auto at = uses.begin(); at != uses.end(); ++at) {
            usual = at->second > usual->second ? at : usual;
        }
        terms.push_back(
            numbers.try_emplace(stems.of(usual->first), static_cast<std::uint32_t>(numbers.size()))
                .first->second);
    }
    return terms;
}

}  // namespace ventanilla::search
