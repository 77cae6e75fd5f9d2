// core/text/synonyms.h
//
// Words that mean the same, as an author lists them in synonyms/<language>.txt: Solr's synonym format, one family a
// line. Used when an index is built, so that a visitor downloads and computes nothing for it.
//
//   ordenador, computadora, pc        each is found by the others
//   no jala, no sirve => no funciona  what stands left finds what stands right
//   # a comment
//
// Comparing forgets case, accents and endings; a phrase is found as whole words. A list that is made for every site
// cannot afford that "ordenador" has the stem of "orden" and "importe" that of "importante": it is compared closely.
#pragma once

#include <cstddef>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/problem.h"

namespace ventanilla::text {

inline constexpr std::size_t kMaxSynonymLines = 10'000;
inline constexpr std::size_t kMaxSynonymsInLine = 50;

enum class Comparing {
    kStems,
    kInflections,  // the plural, and a verb's forms, where core/text/inflection.h knows the language; else stems
};

class Synonyms {
public:
    Synonyms() = default;

    // `file` names the file in problems. Precondition: `bytes` are UTF-8.
    // Rules: synonyms-line, synonyms-size.
    static std::expected<Synonyms, base::Problems> read(std::string_view file,
                                                        std::string_view bytes,
                                                        std::string_view language,
                                                        Comparing comparing = Comparing::kStems);

    // What else a text could be asked for by: none of it stands in the text itself. In the order of the list.
    [[nodiscard]] std::vector<std::string> other_words(std::string_view text) const;

    // The list without the words that `stronger` has on the side that finds: what they find, it decides.
    [[nodiscard]] Synonyms without(const Synonyms& stronger) const;

    [[nodiscard]] bool empty() const { return families_.empty(); }

private:
    using WordId = std::size_t;
    struct Word {
        std::string written;
        std::vector<std::string> compared;  // each of its words: the stem, or folded
    };
    struct Family {
        std::vector<WordId> found_by;  // these words find a text
        std::vector<WordId> holding;   // that holds one of these
    };

    [[nodiscard]] std::vector<std::string> compared(std::string_view text) const;
    [[nodiscard]] bool begins_with(std::span<const std::string> text, const Word& word) const;
    [[nodiscard]] std::vector<bool> words_in(std::string_view text) const;
    // Where a word may be looked for: no form of it has another beginning.
    [[nodiscard]] std::string beginning(std::string_view compared) const;
    WordId add_word(std::string_view written);

    std::string language_;
    bool by_inflection_ = false;
    std::vector<Word> words_;
    std::unordered_map<std::string, std::vector<WordId>> by_beginning_;
    std::vector<Family> families_;
};

}  // namespace ventanilla::text
