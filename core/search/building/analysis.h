// core/search/building/analysis.h
//
// Reads an entry while the index is built: which words it uses where, and the pieces that excerpts can be made of.
#pragma once

#include <array>
#include <cstdint>
#include <string>
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
    std::vector<WordUse> uses;  // of each word in each field, as they are met
    std::array<std::uint32_t, kFields> lengths{};  // words in each field
    std::vector<WordId> title_words;
    std::vector<std::vector<WordId>> headings;
};

// Where the entry that is being read has a word: in its uses, by field, and in its places. What an earlier entry left here
// is told by what stands there (Briggs and Torczon, "An efficient representation for sparse sets", 1993).
struct WordMark {
    std::array<std::uint32_t, kFields> uses{};
    std::uint32_t place = 0;
};

class Analyser {
public:
    explicit Analyser(const std::string& language) : vocabulary_(language) {}

    // Of an entry that went through a LineSieve.
    AnalysedEntry analyse(const Entry& entry);

    // Of all entries that were analysed.
    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }

private:
    Vocabulary vocabulary_;
    std::vector<WordMark> marks_;  // of each word
};

}  // namespace ventanilla::search
