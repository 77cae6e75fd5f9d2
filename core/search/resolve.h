// core/search/resolve.h
//
// What a query's words mean in an index: the terms that each one matches, and how well.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/index_data.h"

namespace ventanilla::search {

// Terms that are taken for one: an entry that holds several counts once, for the best.
struct Match {
    std::vector<TermId> terms;
    std::uint32_t weight = 0;  // of 256
};

// How words begin that may match: a quick "no" for all others.
struct Lead {
    std::string letters;     // folded
    bool is_enough = false;  // every word that begins so matches
};

// One word of the query. Its matches are tried all; the best for an entry counts.
struct Slot {
    std::vector<Match> matches;
    std::vector<Lead> leads;
    bool is_stop_word = false;
};

struct ResolvedQuery {
    std::vector<Slot> slots;  // words that match nothing have none
};

ResolvedQuery resolve(const Index::Data& index, std::string_view query);

}  // namespace ventanilla::search
