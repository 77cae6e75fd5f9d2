// cli/votes.h
//
// Shows what readers said of articles, from a data folder, also while a server runs on it.
#pragma once

#include "cli/environment.h"
#include "cli/kept_data.h"
#include "server/store/votes.h"

namespace ventanilla::cli {

struct VotesOptions : KeptData {
    store::Day since;  // in UTC; 1970-01-01 is before all votes
};

// votes.json of the site (docs/authors/site-format.md): of each article that the site has, the votes in all
// languages. The votes.json that lies in the site is not looked at: the shell may have emptied it for this one.
int print_votes(const VotesOptions& options, const Environment& environment);

// A table for people: of each article and language the votes, and the reasons for a "no".
int print_vote_reasons(const VotesOptions& options, const Environment& environment);

}  // namespace ventanilla::cli
