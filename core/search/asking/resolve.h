// core/search/asking/resolve.h
//
// What a query's words mean in an index: the terms that each one matches, and how well. Which shards are asked depends on
// the query alone, not on those that happen to be there, so that everybody gets the same answer in the end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/search/asking/index_data.h"
#include "core/search/asking/slot.h"
#include "core/search/terms/words.h"

namespace ventanilla::search {

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

// `typing`: see Query.
ResolvedQuery resolve(const Index::Data& index, std::string_view query, bool typing = false);

}  // namespace ventanilla::search
