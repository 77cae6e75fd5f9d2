// core/search/building/one_shard.h
//
// Whether the index of a small site fits into one shard, which is then all that its visitors download. What says least
// about an article goes first, as long as enough of it is left.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/search/building/analysis.h"
#include "core/search/format/dictionary.h"
#include "core/search/format/postings.h"

namespace ventanilla::search {

// What things take over the wire with brotli, measured on help centres.
constexpr std::size_t compressed_postings(std::size_t count) {
    return count * 13 / 10;
}
constexpr std::size_t compressed_text(std::size_t bytes) {
    return bytes * 3 / 10;
}

// The words of an index, ascending, each with its term, and the postings of each term.
struct WordLists {
    std::vector<std::pair<std::string, TermId>> words;
    std::vector<TermList> lists;
};

// Takes out of `index` what does not fit into one shard; words that find nothing any more go, too. Returns how many
// bytes of pieces each record may have, or nothing, and `index` as it was, if too much would have to go.
std::optional<std::size_t> fit_one_shard(const std::vector<AnalysedEntry>& entries,
                                         WordLists& index);

}  // namespace ventanilla::search
