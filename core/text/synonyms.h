// core/text/synonyms.h
//
// Words that mean the same, as an author lists them in synonyms/<language>.txt: Solr's synonym format, one family a
// line. Used when an index is built, so that a visitor downloads and computes nothing for it.
//
//   ordenador, computadora, pc        each is found by the others
//   no jala, no sirve => no funciona  what stands left finds what stands right
//   # a comment
//
// Comparing forgets case, accents and endings; a phrase is found as whole words.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/problem.h"

namespace ventanilla::text {

inline constexpr std::size_t kMaxSynonymLines = 10'000;
inline constexpr std::size_t kMaxSynonymsInLine = 50;

class Synonyms {
public:
    Synonyms() = default;

    // `file` names the file in problems. Precondition: `bytes` are UTF-8.
    // Rules: synonyms-line, synonyms-size.
    static std::expected<Synonyms, base::Problems>
    read(std::string_view file, std::string_view bytes, std::string_view language);

    // What else a text could be asked for by: none of it stands in the text itself. In the order of the list.
    [[nodiscard]] std::vector<std::string> other_words(std::string_view text) const;

    [[nodiscard]] bool empty() const { return families_.empty(); }

private:
    struct Word {
        std::string written;
        std::string compared;
    };
    struct Family {
        std::vector<Word> found_by;  // these words find a text
        std::vector<Word> holding;   // that holds one of these
    };

    std::string language_;
    std::vector<Family> families_;
};

}  // namespace ventanilla::text
