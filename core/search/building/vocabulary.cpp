#include "core/search/building/vocabulary.h"

#include <map>
#include <utility>

#include "core/search/building/grouped.h"
#include "core/search/format/dictionary.h"
#include "core/search/terms/words.h"
#include "core/text/language.h"
#include "core/text/tokenize.h"

namespace ventanilla::search {

Vocabulary::Vocabulary(const std::string& language) : language_(language) {
    if (const text::Language* known = text::find_language(language)) {
        for (const text::Token& token : text::tokenize(known->stop_words)) {
            stop_words_.number(token.word);
        }
    }
}

WordId Vocabulary::add(std::string_view word) {
    const std::uint32_t text = texts_.number(word);
    if (text == spellings_.size()) {
        const std::string key = word_key(word);
        const bool is_word = !key.empty() && key.size() <= Dictionary::kMaxWord;
        spellings_.push_back({is_word ? number(key) : kNoWord, 0});
    }
    ++spellings_[text].uses;
    return spellings_[text].word;
}

std::vector<WordId> Vocabulary::take(const Vocabulary& other) {
    std::vector<WordId> numbers;
    numbers.reserve(other.size());
    for (WordId word = 0; word < other.size(); ++word) {
        numbers.push_back(number(other.key(word)));
    }
    for (std::uint32_t text = 0; text < other.spellings_.size(); ++text) {
        const auto& [word, uses] = other.spellings_[text];
        const std::uint32_t own = texts_.number(other.texts_.text(text));
        if (own == spellings_.size()) {
            spellings_.push_back({word == kNoWord ? kNoWord : numbers[word], 0});
        }
        spellings_[own].uses += uses;
    }
    return numbers;
}

WordId Vocabulary::number(std::string_view key) {
    const WordId word = keys_.number(key);
    if (word == is_stop_word_.size()) {
        is_stop_word_.push_back(stop_words_.find(key) < stop_words_.size());
    }
    return word;
}

std::vector<std::uint32_t> Vocabulary::uses() const {
    std::vector<std::uint32_t> uses(size());
    for (const Spelling& spelling : spellings_) {
        if (spelling.word != kNoWord) {
            uses[spelling.word] += spelling.uses;
        }
    }
    return uses;
}

std::vector<std::uint32_t> Vocabulary::terms() const {
    Stems stems(language_);
    TextTable numbers;
    std::vector<std::uint32_t> terms;
    terms.reserve(size());
    for (const std::string& spelling : usual_spellings()) {
        terms.push_back(numbers.number(stems.of(spelling)));
    }
    return terms;
}

// Of each word, with accents, without case.
std::vector<std::string> Vocabulary::usual_spellings() const {
    const Grouped<std::uint32_t> texts(size(), [&](const auto& put) {
        for (std::uint32_t text = 0; text < spellings_.size(); ++text) {
            if (spellings_[text].word != kNoWord) {
                put(spellings_[text].word, text);
            }
        }
    });
    std::vector<std::string> usual;
    usual.reserve(size());
    for (WordId word = 0; word < size(); ++word) {
        std::map<std::string, std::uint32_t> uses;
        for (const std::uint32_t text : texts.of(word)) {
            uses[word_spelling(texts_.text(text))] += spellings_[text].uses;
        }
        auto most = uses.begin();
        for (auto at = uses.begin(); at != uses.end(); ++at) {
            most = at->second > most->second ? at : most;
        }
        usual.push_back(most->first);
    }
    return usual;
}

}  // namespace ventanilla::search
