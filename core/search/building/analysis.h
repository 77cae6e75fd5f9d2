// core/search/building/analysis.h
//
// Reads an entry while the index is built: which words it uses where, and the pieces that excerpts can be made of.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/search/building/builder.h"
#include "core/search/building/vocabulary.h"
#include "core/search/terms/ranking.h"

namespace ventanilla::search {

struct WordUse {
    WordId word = kNoWord;
    Field field = Field::kBody;
    std::uint32_t count = 0;
};

// A sentence or a few, on one line: as much as an excerpt shows.
struct PieceSpan {
    std::uint32_t begin = 0;  // bytes of the entry's text
    std::uint32_t end = 0;
    std::uint32_t section = 0;
};

struct WordPlace {
    WordId word = kNoWord;
    std::uint32_t piece = 0;
};

struct AnalysedEntry {
    std::string id;
    std::string url;
    std::string title;
    std::string text;
    std::vector<std::array<std::string, 2>>
        sections;  // heading and anchor; the first is the summary's, empty
    std::vector<PieceSpan> pieces;
    std::vector<WordPlace>
        places;                 // by piece; a word once in each, those that say nothing left out
    std::vector<WordUse> uses;  // by word and field, each once
    std::array<std::uint32_t, kFields> lengths{};  // words in each field
    std::vector<WordId> title_words;
    std::vector<std::vector<WordId>> headings;
};

class Analyser {
public:
    explicit Analyser(std::string language) : vocabulary_(std::move(language)) {}

    AnalysedEntry analyse(const Entry& entry);

    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }

private:
    // By its hash. A line that stands in many entries, as "See also" does, tells nothing about the later ones.
    bool tells(std::uint64_t line);

    Vocabulary vocabulary_;
    std::unordered_map<std::uint64_t, std::uint32_t> lines_;  // by hash: how many entries hold them
};

// Valid UTF-8 on one line a paragraph: runs of blanks become one, control characters go.
std::string tidy(std::string_view text);

}  // namespace ventanilla::search
