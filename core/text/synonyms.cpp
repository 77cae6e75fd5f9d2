#include "core/text/synonyms.h"

#include <algorithm>
#include <optional>

#include "core/text/fold.h"
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

// Words without case, accents and endings, each between spaces: " no funcion ".
std::string compared(std::string_view text, Stemmer& stemmer) {
    std::string words = " ";
    for (const Token& token : tokenize(text)) {
        words += fold(stemmer.stem(lower(token.word))) + " ";
    }
    return words;
}

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

std::expected<Synonyms, base::Problems>
Synonyms::read(std::string_view file, std::string_view bytes, std::string_view language) {
    Synonyms synonyms;
    synonyms.language_ = language;
    Stemmer stemmer(language);
    base::FileProblems problems(file);
    int number = 0;
    const auto add = [&](std::string_view list, std::vector<Word>& to) {
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
            to.push_back({std::string(word), compared(word, stemmer)});
            if (tokenize(word).empty()) {
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

std::vector<std::string> Synonyms::other_words(std::string_view text) const {
    if (families_.empty()) {
        return {};
    }
    Stemmer stemmer(language_);
    const std::string words = compared(text, stemmer);
    const auto stands_there = [&](const Word& word) {
        return words.find(word.compared) != std::string::npos;
    };
    std::vector<std::string> others;
    for (const Family& family : families_) {
        if (!std::ranges::any_of(family.holding, stands_there)) {
            continue;
        }
        for (const Word& word : family.found_by) {
            if (!stands_there(word)) {
                others.push_back(word.written);
            }
        }
    }
    return others;
}

}  // namespace ventanilla::text
