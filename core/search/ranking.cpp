#include "core/search/ranking.h"

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

std::uint8_t impact_of(const std::array<FieldUse, kFields>& uses) {
    std::uint64_t frequency = 0;  // in 65536ths
    for (std::size_t field = 0; field < kFields; ++field) {
        const auto [boost, length] = kFieldWeights[field];
        const FieldUse& use = uses[field];
        const std::uint64_t average = std::max<std::uint32_t>(use.average, 1);
        // 1 - b + b * length / average, in 4096ths.
        const std::uint64_t dilution = (16 - length) * std::uint64_t{256} +
                                       length * std::uint64_t{use.length} * 4096 / average;
        frequency +=
            std::uint64_t{use.count} * boost * 4096 * 4096 / std::max<std::uint64_t>(dilution, 1);
    }
    const std::uint64_t saturation = std::uint64_t{kSaturation} * 4096;
    const std::uint64_t impact = (frequency * kMaxImpact) / (frequency + saturation);
    return static_cast<std::uint8_t>(std::clamp<std::uint64_t>(impact, 1, kMaxImpact));
}

std::uint32_t rarity(std::uint32_t entries, std::uint32_t holding) {
    // BM25's idf, (n + 1) / (holding + 1/2), doubled above and below.
    const std::uint64_t all = std::uint64_t{entries} * 2 + 2;
    const std::uint64_t some = std::uint64_t{holding} * 2 + 1;
    return all > some ? std::max<std::uint32_t>(log2_of(all) - log2_of(some), 1) : 1;
}

}  // namespace ventanilla::search
