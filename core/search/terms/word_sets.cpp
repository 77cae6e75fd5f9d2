#include "core/search/terms/word_sets.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/text/tokenize.h"

namespace ventanilla::search {
namespace {

std::string without_tildes(std::string key) {
    constexpr std::string_view kEnye = "ñ";
    for (std::size_t at = key.find(kEnye); at != std::string::npos; at = key.find(kEnye, at)) {
        key.replace(at, kEnye.size(), "n");
    }
    return key;
}

void add_once(std::vector<std::string>& ascending, std::string word) {
    const auto at = std::lower_bound(ascending.begin(), ascending.end(), word);
    if (at == ascending.end() || *at != word) {
        ascending.insert(at, std::move(word));
    }
}

}  // namespace

std::string WordSets::set_of(std::string_view text, bool is_bare) {
    std::vector<std::string> words;
    std::vector<std::string> stop_words;
    for (const text::Token& token : text::tokenize(text)) {
        std::string key = word_key(token.word);
        if (key.empty()) {
            continue;
        }
        if (is_stop_word(key, language_)) {
            add_once(stop_words, std::move(key));
        } else if (is_bare) {
            add_once(words, without_tildes(stems_.of(without_tildes(key))));
        } else {
            add_once(words, stems_.of(word_spelling(token.word)));
        }
    }
    std::string set;
    for (const std::string& word : words.empty() ? stop_words : words) {
        set += set.empty() ? "" : " ";
        set += word;
    }
    return set;
}

}  // namespace ventanilla::search
