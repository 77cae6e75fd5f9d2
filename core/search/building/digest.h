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
#include "core/search/format/dictionary.h"
#include "core/search/format/records.h"

namespace ventanilla::search {

// What a term says about an entry.
struct TermWorth {
    TermId term = 0;
    std::uint32_t worth = 0;
};

class Digest {
public:
    // `worths`: of each term of the entry, ascending. `terms`: of each word. Entry and worths must outlive the digest.
    Digest(const AnalysedEntry& entry, const std::vector<TermId>& terms,
           std::span<const TermWorth> worths);

    // The pieces that show the entry for `wanted`, the most important first: for each of them the richest one that has
    // it, until they have `limit` bytes together; the first piece where there is none. Ascending.
    [[nodiscard]] std::vector<std::uint32_t> choose(const std::vector<TermId>& wanted,
                                                    std::size_t limit) const;

    // The same for all terms, the ones that say most about the entry first.
    [[nodiscard]] std::vector<std::uint32_t> best(std::size_t limit) const;

private:
    const AnalysedEntry& entry_;
    std::span<const TermWorth> worths_;
    std::vector<std::pair<TermId, std::uint32_t>> pieces_;  // of each term, ascending
    std::vector<std::uint64_t> worth_;                      // of each piece
};

// The record of an entry with these of its pieces. It points into the entry.
Record record_of(const AnalysedEntry& entry, EntryId id, std::span<const std::uint32_t> pieces);

}  // namespace ventanilla::search
