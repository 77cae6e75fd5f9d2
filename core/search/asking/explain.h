// core/search/asking/explain.h
//
// Why an entry stands where it does among a query's hits: what each word found in it, and what that is worth.
//
//   Explanation why = explain(index, {.text = "no tengo interent"}, hit.entry);
//   for (const WordReason& reason : why.words) show(reason.word, reason.points);
//   // Points add up: total(why) == why.score == hit.score
//
// For authors and developers, on their machines; a visitor does not download it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/search/asking/query.h"
#include "core/search/asking/resolve.h"

namespace ventanilla::search {

// A word of the entry that a word of the query matches.
struct WordFinding {
    std::string word;  // folded, as texts have it
    MatchKind kind = MatchKind::kWord;
    unsigned edits = 0;        // of a repair
    std::uint32_t impact = 0;  // how much the entry is about it: 1..kMaxImpact
    bool in_title = false;
    std::uint32_t of_heading = 0;  // of 256: how much of a heading it is, at best
    std::uint32_t holding = 0;     // entries that hold it
};

enum class WordFate {
    kFound,        // in the entry
    kNotHere,      // in other entries
    kNowhere,      // in no entry, nor anything near enough
    kSaysNothing,  // not looked up: a stop word, or only how the question is put
    kSaid,         // not looked up again
    kLeftAside,    // not looked up: the query has enough words that are rarer
};

struct WordReason {
    std::string word;  // of the query, folded
    WordFate fate = WordFate::kFound;
    std::vector<WordFinding> findings;  // the best first
    std::int32_t points = 0;
};

struct Explanation {
    std::vector<WordReason> words;  // in the query's order
    // For how much of the title and of a heading the query has, and for its stop words beside the others there.
    std::int32_t title = 0;
    std::int32_t heading = 0;
    std::int32_t beside = 0;
    std::int32_t missing = 0;  // for words that the entry has not: 0 or less
    // For how much of the query stands in the title, and in headings.
    std::int32_t whole_title = 0;
    std::int32_t whole_headings = 0;
    std::int32_t prior =
        0;  // for what the entry is (traits.h), or the one point that every hit has
    std::uint32_t entries = 0;  // of the index
    std::uint32_t score =
        0;  // as search() gives it; 0 of an entry that is only pinned to the query
};

// From what is loaded, as search(); all zero for an entry that the query does not find, or that the index does not have.
Explanation explain(const Index& index, const Query& query, EntryId entry);

// All points.
std::int64_t total(const Explanation& explanation);

}  // namespace ventanilla::search
