#include "core/text/synonyms.h"

#include <algorithm>
#include <optional>

#include "core/text/fold.h"
#include "core/text/inflection.h"
#include "core/text/stem.h"
#include "core/text/tokenize.h"

namespace ventanilla::text {
namespace {

constexpr std::string_view kArrow = "=>";

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpaces = " \t\r";
    const std::size_t first = text.find_first_not_of(kSpaces);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

// Bytes at the beginning of a word that all of its forms have.
constexpr std::size_t kBeginning = 3;

// The words between commas; nothing if one of them is empty.
std::optional<std::vector<std::string_view>> split(std::string_view list) {
    std::vector<std::string_view> words;
    while (true) {
        const std::size_t comma = list.find(',');
        words.push_back(trimmed(list.substr(0, comma)));
        if (words.back().empty()) {
            return std::nullopt;
        }
        if (comma == std::string_view::npos) {
            return words;
        }
        list.remove_prefix(comma + 1);
    }
}

}  // namespace

std::expected<Synonyms, base::Problems> Synonyms::read(std::string_view file,
                                                       std::string_view bytes,
                                                       std::string_view language,
                                                       Comparing comparing) {
    Synonyms synonyms;
    synonyms.language_ = language;
    synonyms.by_inflection_ = comparing == Comparing::kInflections && knows_inflection(language);
    base::FileProblems problems(file);
    int number = 0;
    const auto add = [&](std::string_view list, std::vector<WordId>& to) {
        const auto words = split(list);
        if (!words) {
            problems.add({number, 1}, "synonyms-line",
                         "A word is missing here; write words with a comma between them, as in "
                         "\"ordenador, computadora\" or \"no jala => no funciona\".");
            return false;
        }
        if (words->size() > kMaxSynonymsInLine) {
            problems.add({number, 1}, "synonyms-size",
                         "This line has more than 50 words; split it.");
            return false;
        }
        for (const std::string_view word : *words) {
            to.push_back(synonyms.add_word(word));
            if (synonyms.words_.back().compared.empty()) {
                problems.add({number, 1}, "synonyms-line",
                             base::in_quotes(word) + " has no letter to search for; take it out.");
            }
        }
        return true;
    };
    while (!bytes.empty() && !problems.full()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view line = trimmed(bytes.substr(0, end));
        bytes = end == std::string_view::npos ? std::string_view() : bytes.substr(end + 1);
        ++number;
        if (line.empty() || line.front() == '#') {
            continue;
        }
        if (synonyms.families_.size() == kMaxSynonymLines) {
            problems.add({number, 1}, "synonyms-size",
                         "A list of synonyms has at most 10,000 lines; shorten it.");
            break;
        }
        Family family;
        const std::size_t arrow = line.find(kArrow);
        if (arrow != std::string_view::npos) {
            if (add(line.substr(0, arrow), family.found_by) &&
                add(line.substr(arrow + kArrow.size()), family.holding)) {
                synonyms.families_.push_back(std::move(family));
            }
        } else if (add(line, family.found_by)) {
            if (family.found_by.size() == 1) {
                problems.add({number, 1}, "synonyms-line",
                             "One word alone has no synonym; add another after a comma.");
            }
            family.holding = family.found_by;
            synonyms.families_.push_back(std::move(family));
        }
    }
    if (!problems.empty()) {
        return std::unexpected(problems.take());
    }
    return synonyms;
}

std::vector<std::string> Synonyms::compared(std::string_view text) const {
    Stemmer stemmer(language_);
    std::vector<std::string> words;
    for (const Token& token : tokenize(text)) {
        words.push_back(
            fold(by_inflection_ ? std::string(token.word) : stemmer.stem(lower(token.word))));
    }
    return words;
}

bool Synonyms::begins_with(std::span<const std::string> text, const Word& word) const {
    const auto is_same = [&](const std::string& listed, const std::string& there) {
        return by_inflection_ ? is_inflected(there, listed, language_) : there == listed;
    };
    return text.size() >= word.compared.size() &&
           std::ranges::equal(word.compared, text.first(word.compared.size()), is_same);
}

std::string Synonyms::beginning(std::string_view compared) const {
    return std::string(by_inflection_ ? compared.substr(0, kBeginning) : compared);
}

Synonyms::WordId Synonyms::add_word(std::string_view written) {
    const WordId id = words_.size();
    words_.push_back({std::string(written), compared(written)});
    if (!words_[id].compared.empty()) {
        by_beginning_[beginning(words_[id].compared.front())].push_back(id);
    }
    return id;
}

std::vector<bool> Synonyms::words_in(std::string_view text) const {
    const std::vector<std::string> held = compared(text);
    std::vector<bool> found(words_.size());
    for (auto at = held.begin(); at != held.end(); ++at) {
        const auto candidates = by_beginning_.find(beginning(*at));
        if (candidates == by_beginning_.end()) {
            continue;
        }
        for (const WordId id : candidates->second) {
            found[id] = found[id] || begins_with(std::span(at, held.end()), words_[id]);
        }
    }
    return found;
}

std::vector<std::string> Synonyms::other_words(std::string_view text) const {
    if (families_.empty()) {
        return {};
    }
    const std::vector<bool> found = words_in(text);
    const auto stands_there = [&](WordId id) { return found[id]; };
    std::vector<std::string> others;
    for (const Family& family : families_) {
        if (!std::ranges::any_of(family.holding, stands_there)) {
            continue;
        }
        for (const WordId id : family.found_by) {
            if (!stands_there(id)) {
                others.push_back(words_[id].written);
            }
        }
    }
    return others;
}

Synonyms Synonyms::without(const Synonyms& stronger) const {
    const auto is_decided = [&](WordId id) {
        const std::vector<std::string> word = stronger.compared(words_[id].written);
        return std::ranges::any_of(stronger.families_, [&](const Family& family) {
            return std::ranges::any_of(family.found_by, [&](WordId other) {
                return stronger.words_[other].compared == word;
            });
        });
    };
    Synonyms rest = *this;
    for (Family& family : rest.families_) {
        std::erase_if(family.found_by, is_decided);
    }
    std::erase_if(rest.families_, [](const Family& family) { return family.found_by.empty(); });
    return rest;
}

}  // namespace ventanilla::text
