#include "core/search/terms/ranking.h"

#include <algorithm>
#include <bit>

namespace ventanilla::search {
namespace {

// log2 in 4096ths, by squaring. `value` is not 0.
std::uint32_t log2_of(std::uint64_t value) {
    const auto whole = static_cast<std::uint32_t>(std::bit_width(value) - 1);
    std::uint64_t mantissa = value << (63 - whole) >> 32;  // 1.0 is 1 << 31
    std::uint32_t result = whole;
    for (int bit = 0; bit < 12; ++bit) {
        mantissa = (mantissa * mantissa) >> 31;
        const bool one = (mantissa >> 32) != 0;
        mantissa >>= one ? 1 : 0;
        result = (result << 1) | std::uint32_t{one};
    }
    return result;
}

}  // namespace

std::uint32_t impact_of(const std::array<FieldUse, kFields>& uses) {
    std::uint64_t frequency = 0;  // in 65536ths
    for (std::size_t field = 0; field < kFields; ++field) {
        const auto [boost, length] = kWeights.fields[field];
        const FieldUse& use = uses[field];
        const std::uint64_t average = std::max<std::uint32_t>(use.average, 1);
        // 1 - b + b * length / average, in 4096ths.
        const std::uint64_t dilution = (16 - length) * std::uint64_t{256} +
                                       length * std::uint64_t{use.length} * 4096 / average;
        frequency +=
            std::uint64_t{use.count} * boost * 4096 * 4096 / std::max<std::uint64_t>(dilution, 1);
    }
    const std::uint64_t saturation = std::uint64_t{kWeights.saturation} * 4096;
    const std::uint64_t impact = frequency * kMaxImpact / (frequency + saturation);
    return static_cast<std::uint32_t>(std::clamp<std::uint64_t>(impact, 1, kMaxImpact));
}

std::uint32_t rarity(std::uint32_t entries, std::uint32_t holding) {
    // BM25's idf, (n + 1) / (holding + 1/2), doubled above and below.
    const std::uint64_t all = std::uint64_t{entries} * 2 + 2;
    const std::uint64_t some = std::uint64_t{holding} * 2 + 1;
    return all > some ? std::max<std::uint32_t>(log2_of(all) - log2_of(some), 1) : 1;
}

std::uint32_t score_alone(const Bearing& bearing, std::uint32_t title_rarity,
                          std::uint32_t rarity) {
    std::uint32_t score = bearing.impact * 256;
    if (bearing.in_title) {
        const std::uint32_t share = std::min(rarity * 256 / (title_rarity * kTitleUnit), 256U);
        score += share * kWeights.title_share;
    }
    const std::uint32_t share = kHeadingShares[bearing.heading];
    return score + share * share * share / 65536 * kWeights.heading_share;
}

std::uint8_t commonness(std::uint32_t holding) {
    const std::uint32_t quarters = (log2_of(holding) + 512) / 1024;
    return static_cast<std::uint8_t>(std::min(quarters * 4, 252U));
}

std::uint32_t heading_level(std::uint32_t share) {
    std::uint32_t level = 1;
    // Nearest by ratio: past the geometric mean of two, the larger.
    while (level + 1 < kHeadingShares.size() &&
           share * share > kHeadingShares[level] * kHeadingShares[level + 1]) {
        ++level;
    }
    return level;
}

}  // namespace ventanilla::search
