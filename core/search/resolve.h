// core/search/resolve.h
//
// What a query's words mean in an index: the terms that each one matches, and how well. Which shards are asked depends on
// the query alone, not on those that happen to be there, so that everybody gets the same answer in the end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/index_data.h"
#include "core/search/words.h"

namespace ventanilla::search {

enum class MatchKind : std::uint8_t {
    kWord,        // the word itself, or another one with its stem
    kCompletion,  // words that begin with it
    kRepair,      // the words that are nearest to one that stands nowhere
    kJoined,      // what it and its neighbour make together
    kPart,        // one of the words of which it is made
};

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

// A part of the query, bytes [begin, end), that was taken for another word, folded.
struct Correction {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string word;
};

struct ResolvedQuery {
    std::vector<Slot> slots;              // words that match nothing have none
    StopWordSet stop_words = 0;           // those that are not looked up, because others are
    std::vector<Correction> corrections;  // ascending
    std::vector<ShardId> used;            // that the query asks, each once
    std::vector<ShardId> wanted;          // those of them that are not there
};

ResolvedQuery resolve(const Index::Data& index, std::string_view query);

}  // namespace ventanilla::search
