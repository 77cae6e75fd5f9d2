// core/search/asking/slot.h
//
// A word of a query, and the terms that it matches.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/search/asking/index_data.h"

namespace ventanilla::search {

enum class MatchKind : std::uint8_t {
    kWord,        // the word itself, or another one with its stem
    kCompletion,  // words that begin with it
    kRepair,      // the words that are nearest to one that stands nowhere
    kJoined,      // what it and its neighbour make together
    kPart,        // one of the words of which it is made
};

inline constexpr std::uint32_t kWhole = 256;  // the weight of the word itself

// Terms that are taken for one: an entry that holds several counts once, for the best.
struct Match {
    std::vector<TermRef> terms;
    std::uint32_t weight = 0;  // of 256
    MatchKind kind = MatchKind::kWord;
    unsigned edits = 0;  // of a repair
};

// One word of the query. Its matches are tried all; the best for an entry counts.
struct Slot {
    std::string key;  // the word, folded
    std::vector<Match> matches;
    std::vector<std::string> words;       // that match as they stand, folded
    std::vector<std::string> beginnings;  // every word that begins so matches, folded
    bool is_stop_word = false;
    bool is_required = false;  // entries without it are not found
};

}  // namespace ventanilla::search
