// core/search/asking/query_words.h
//
// The words of a query that are looked up in an index, and what its writing says about each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/asking/index_data.h"
#include "core/search/terms/words.h"

namespace ventanilla::search {

// A word and its neighbour written as one, as in "contra seña".
struct JoinedWord {
    std::string key;
    bool is_likely = false;  // by a hyphen between them, or a number before its unit
};

struct QueryWord {
    std::string key;        // folded
    std::string_view text;  // in the query
    std::size_t begin = 0;  // byte of the query
    bool being_typed = false;
    bool is_stop_word = false;
    bool is_quoted = false;       // is meant as it stands
    std::uint8_t commonness = 0;  // as far as the directory knows
    std::vector<JoinedWord> joined;
};

struct QueryWords {
    std::vector<QueryWord> words;  // in the query's order
    StopWordSet stop_words = 0;    // those left out, because there are others
};

// The views live as long as `query`, of which the first 1,024 bytes count.
QueryWords words_of(const Index::Data& index, std::string_view query);

}  // namespace ventanilla::search
