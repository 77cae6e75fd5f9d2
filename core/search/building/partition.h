// core/search/building/partition.h
//
// Cuts the alphabet into ranges of words of about the same weight, so that what a query downloads is little and alike
// for all words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/search/format/dictionary.h"

namespace ventanilla::search {

// What a word of a dictionary takes over the wire.
inline constexpr std::size_t kWordBytes = 3;

// Words [first, last) of the sorted ones.
struct WordRange {
    std::size_t first = 0;
    std::size_t last = 0;
};

// `words` ascend; `weights` are those of their terms, in bytes as they go over the wire. A term counts once in each
// range that has a word of it.
std::vector<WordRange> partition(const std::vector<std::pair<std::string, TermId>>& words,
                                 const std::vector<std::uint32_t>& weights);

// What tells `word` from all that are less, down to `before`: the shortest beginning of it that is greater.
std::string separator(const std::string& before, const std::string& word);

}  // namespace ventanilla::search
