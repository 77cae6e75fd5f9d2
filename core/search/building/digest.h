// core/search/building/digest.h
//
// Chooses the pieces of an entry that show why it is found by certain terms, while the index is built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/search/building/analysis.h"
#include "core/search/format/records.h"

namespace ventanilla::search {

class Digest {
public:
    // `worth`: of each term of the entry, what it says about the entry; ascending by term. `terms`: of each word. All
    // must outlive the digest.
    Digest(const AnalysedEntry& entry, const std::vector<std::uint32_t>& terms,
           const std::vector<std::pair<std::uint32_t, std::uint32_t>>& worth);

    // The pieces that show the entry for `wanted`, the most important first: for each of them the richest one that has
    // it, until they have `limit` bytes together; the first piece where there is none. Ascending.
    [[nodiscard]] std::vector<std::uint32_t> choose(const std::vector<std::uint32_t>& wanted,
                                                    std::size_t limit) const;

private:
    const AnalysedEntry& entry_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pieces_;  // of each term, ascending
    std::vector<std::uint64_t> worth_;                             // of each piece
};

// The record of an entry with these of its pieces. It points into the entry.
Record record_of(const AnalysedEntry& entry, EntryId id, std::span<const std::uint32_t> pieces);

}  // namespace ventanilla::search
