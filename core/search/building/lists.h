// core/search/building/lists.h
//
// From what analysed entries use to the postings of each term, while the index is built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/search/building/analysis.h"
#include "core/search/format/postings.h"

namespace ventanilla::search {

// The postings of each term, ascending by entry. `terms`: of each word.
std::vector<TermList> make_lists(const std::vector<AnalysedEntry>& entries,
                                 const Vocabulary& vocabulary,
                                 const std::vector<std::uint32_t>& terms);

// The best postings of a list, at most `limit`: those that a query of this term alone finds first.
// `entries`: how many the index has.
std::vector<Posting> best_of(const TermList& list, std::size_t limit, std::size_t entries);

}  // namespace ventanilla::search
