// core/search/terms/ranking.h
//
// The numbers behind the order of hits, all in one place, all integers. tools/learn_ranking chose the weights;
// docs/decisions/0004-ranking.md says from what, and what each is worth.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ventanilla::search {

enum class Field : std::uint8_t { kTitle, kHeadings, kTags, kSummary, kBody, kAddress, kLinks };
inline constexpr std::size_t kFields = 7;

struct FieldWeight {
    std::uint32_t boost;   // in sixteenths
    std::uint32_t length;  // BM25's b, in sixteenths: how much a long field dilutes
};

struct Weights {
    // Used when an index is built: a change needs the index built anew.
    std::array<FieldWeight, kFields> fields = {{
        {107, 7},  // title
        {30, 5},   // headings
        {11, 4},   // tags
        {24, 10},  // summary
        {7, 12},   // body
        {31, 6},   // address
        {11, 4},   // links
    }};
    std::uint32_t saturation = 32;  // BM25's k1, in sixteenths

    // What a word of the query matched, of 256; the word itself is 256.
    std::uint32_t completed = 200;       // the last word continues
    std::uint32_t completed_only = 256;  // and nothing is that word itself
    std::uint32_t one_edit = 230;
    std::uint32_t two_edits = 160;
    std::uint32_t stop_word = 60;  // also where an index is built: of a title's or heading's rarity

    // A hit that has only some of a query's words keeps at least this much of its score, of 256.
    std::uint32_t coverage_floor = 154;
    // What rarity in the title is worth, as an impact: this where the title is nothing but words of the query.
    std::uint32_t title_share = 9;
    // What a title that holds all of the query adds to the score, of 256.
    std::uint32_t title_whole = 74;
    // As title_share, for a heading.
    std::uint32_t heading_share = 3;
    // What a stop word of the query is worth that stands beside the others in a title or heading: in sixteenths of a bit of
    // rarity times impact.
    std::uint32_t beside = 3;
    // As title_whole, for headings that hold all of the query together.
    std::uint32_t headings_whole = 10;
};

#ifdef VENTANILLA_LEARNS_RANKING
inline Weights kWeights;
#else
inline constexpr Weights kWeights;
#endif

// What a posting's byte says about a term in an entry.
struct Bearing {
    std::uint32_t impact = 0;   // BM25F's saturated frequency: 1..kMaxImpact, which says all
    std::uint32_t heading = 0;  // how much of a heading it is, at best: see heading_level
    bool in_title = false;
};
inline constexpr std::uint32_t kMaxImpact = 15;

constexpr std::uint8_t pack(const Bearing& bearing) {
    return static_cast<std::uint8_t>(bearing.impact | bearing.heading << 4U |
                                     (bearing.in_title ? 0x80U : 0U));
}
constexpr Bearing unpack(std::uint8_t byte) {
    return {byte & 0xFU, byte >> 4U & 7U, byte >= 0x80U};
}

struct FieldUse {
    std::uint32_t count = 0;    // how often the term stands in the field
    std::uint32_t length = 0;   // words in the field
    std::uint32_t average = 1;  // words in the field over all entries, in sixteenths
};
std::uint32_t impact_of(const std::array<FieldUse, kFields>& uses);  // 1..kMaxImpact

// How rare a term is that `holding` of `entries` hold: log2, in 4096ths, at least 1.
std::uint32_t rarity(std::uint32_t entries, std::uint32_t holding);

// Shares of a heading, by rarity, of 256, that a posting tells apart; level 0 is none.
inline constexpr std::array<std::uint32_t, 8> kHeadingShares = {0, 16, 26, 40, 60, 90, 145, 240};
std::uint32_t heading_level(std::uint32_t share);  // the nearest, at least 1

// The rarity of all words of a title, as postings of its words keep it: in this many 4096ths, at most 255.
inline constexpr std::uint32_t kTitleUnit = 2048;

// Which of the postings of a term, whose rarity it is, a query of nothing else finds first.
std::uint32_t score_alone(const Bearing& bearing, std::uint32_t title_rarity, std::uint32_t rarity);

// How many entries hold a term, as a directory tells it: log2, in 16ths, to the next quarter, since a finer measure
// compresses worse and finds no better; at most 252. `holding` is not 0.
std::uint8_t commonness(std::uint32_t holding);

}  // namespace ventanilla::search
