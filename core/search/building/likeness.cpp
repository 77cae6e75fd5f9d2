#include "core/search/building/likeness.h"

#include <algorithm>

namespace ventanilla::search {
namespace {

// Of each text so many hashes are kept: the estimate of 0.9 is then good to 0.04.
constexpr std::size_t kKept = 64;
// Texts with fewer shingles are alike by chance.
constexpr std::size_t kFewest = 8;

constexpr std::uint32_t mixed(std::uint32_t hash) {
    hash ^= hash >> 16U;
    hash *= 0x7FEB352D;
    hash ^= hash >> 15U;
    hash *= 0x846CA68B;
    return hash ^ hash >> 16U;
}

// Letters of all scripts and digits; cheaper than a tokenizer, and texts that are alike are cut alike.
constexpr bool is_in_word(unsigned char byte) {
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
}

}  // namespace

void Sketcher::add(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::uint32_t word = 0;
        const std::size_t begin = at;
        for (; at < text.size() && is_in_word(static_cast<unsigned char>(text[at])); ++at) {
            const auto byte = static_cast<unsigned char>(text[at]);
            // Capitals are taken for small letters.
            word = (word ^ (byte < 0x80 ? byte | 0x20U : byte)) * 0x01000193;
        }
        if (at == begin) {
            ++at;
            continue;
        }
        words_ = {words_[1], words_[2], words_[3], word};
        if (++count_ >= words_.size()) {
            std::uint32_t shingle = 0;
            for (const std::uint32_t hash : words_) {
                shingle = (shingle + hash) * 0x9E3779B1 ^ shingle >> 15U;
            }
            shingles_.push_back(mixed(shingle));
        }
    }
}

Sketch Sketcher::finish() && {
    if (shingles_.size() < kFewest) {
        return {};
    }
    // Mostly a shingle stands once, so this many hold enough that differ.
    const std::size_t some = std::min(shingles_.size(), kKept * 4);
    const auto middle = shingles_.begin() + static_cast<std::ptrdiff_t>(some);
    if (middle != shingles_.end()) {
        std::nth_element(shingles_.begin(), middle, shingles_.end());
    }
    std::sort(shingles_.begin(), middle);
    const auto last = std::unique(shingles_.begin(), middle);
    const auto kept = std::min<std::ptrdiff_t>(last - shingles_.begin(), kKept);
    return {shingles_.begin(), shingles_.begin() + kept};
}

std::uint32_t likeness_of(const Sketch& one, const Sketch& other) {
    std::uint32_t shared = 0;
    std::uint32_t all = 0;
    auto a = one.begin();
    auto b = other.begin();
    while (all < kKept && (a != one.end() || b != other.end())) {
        const bool takes_one = b == other.end() || (a != one.end() && *a <= *b);
        const bool takes_other = a == one.end() || (b != other.end() && *b <= *a);
        a += takes_one ? 1 : 0;
        b += takes_other ? 1 : 0;
        shared += takes_one && takes_other ? 1 : 0;
        ++all;
    }
    return shared * 256 / std::max(all, 1U);
}

}  // namespace ventanilla::search
