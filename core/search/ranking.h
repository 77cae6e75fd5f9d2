// core/search/ranking.h
//
// The numbers behind the order of hits, all in one place, all integers. Why these:
// docs/decisions/0004-ranking.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ventanilla::search {

enum class Field : std::uint8_t { kTitle, kHeadings, kTags, kSummary, kBody };
inline constexpr std::size_t kFields = 5;

struct FieldWeight {
    std::uint32_t boost;   // in sixteenths
    std::uint32_t length;  // BM25's b, in sixteenths: how much a long field dilutes
};
inline constexpr std::array<FieldWeight, kFields> kFieldWeights = {{
    {64, 6},   // title
    {48, 4},   // headings
    {16, 4},   // tags
    {24, 8},   // summary
    {10, 12},  // body
}};
inline constexpr std::uint32_t kSaturation = 32;  // BM25's k1, in sixteenths

// The impact of a term on an entry: BM25F's saturated frequency, kMaxImpact where a term says all.
inline constexpr std::uint32_t kMaxImpact = 31;

struct FieldUse {
    std::uint32_t count = 0;    // how often the term stands in the field
    std::uint32_t length = 0;   // words in the field
    std::uint32_t average = 1;  // words in the field over all entries, in sixteenths
};
std::uint8_t impact_of(const std::array<FieldUse, kFields>& uses);  // 1..kMaxImpact

// How rare a term is that `holding` of `entries` hold: log2, in 4096ths, at least 1.
std::uint32_t rarity(std::uint32_t entries, std::uint32_t holding);

// Weights of what a query's word matched, of 256.
inline constexpr std::uint32_t kExact = 256;
inline constexpr std::uint32_t kCompleted = 120;      // the last word continues
inline constexpr std::uint32_t kCompletedOnly = 220;  // and nothing is that word itself
inline constexpr std::uint32_t kOneEdit = 210;
inline constexpr std::uint32_t kTwoEdits = 160;
inline constexpr std::uint32_t kStopWord = 36;

// A hit that has only some of a query's words keeps at least this much of its score, of 256.
inline constexpr std::uint32_t kCoverageFloor = 220;

// What a title adds that consists of the query's words and holds all of them, of 256.
inline constexpr std::uint32_t kTitleBonus = 230;
// Hits whose titles are looked at.
inline constexpr std::size_t kRanked = 64;

}  // namespace ventanilla::search
