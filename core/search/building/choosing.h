// core/search/building/choosing.h
//
// Which pieces of its entry each record of an index has, while the index is built: beside a range of words those that show
// the entry for these words, and in a record that stands alone those that show it best.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/for_each.h"
#include "core/search/building/analysis.h"
#include "core/search/building/digest.h"
#include "core/search/building/grouped.h"
#include "core/search/building/one_shard.h"
#include "core/search/building/partition.h"

namespace ventanilla::search {

// Entries whose records stand beside a term's postings: those that most queries with it show.
inline constexpr std::size_t kShown = 40;

// What was chosen for one record: [first, last) of the entry's choices.
struct Choice {
    EntryId entry = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

struct Choices {
    std::vector<std::vector<std::uint32_t>> pieces;  // of each entry, one record after the other
    std::vector<std::vector<Choice>> beside;         // of each range, ascending by entry
    std::vector<Choice> alone;                       // of each entry

    [[nodiscard]] std::span<const std::uint32_t> of(const Choice& choice) const {
        return std::span(pieces[choice.entry]).subspan(choice.first, choice.last - choice.first);
    }
};

// What each term says about each entry that holds it, ascending by term. `lists`: of each term, all postings.
Grouped<TermWorth> weigh(const std::vector<TermList>& lists, std::size_t entries);

// `terms`: of each word.
Choices choose(const std::vector<AnalysedEntry>& entries, const std::vector<TermId>& terms,
               const Grouped<TermWorth>& worths, const WordLists& index,
               const std::vector<WordRange>& ranges, const base::ForEach& for_each);

}  // namespace ventanilla::search
