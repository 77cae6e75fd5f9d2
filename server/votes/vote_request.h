// server/votes/vote_request.h
//
// The body of a vote: read and checked against the site. docs/api.md describes the format.
#pragma once

#include <expected>
#include <string_view>

#include "core/site/site.h"
#include "server/api/texts.h"
#include "server/http/problem.h"
#include "server/store/votes.h"

namespace ventanilla::votes {

// One vote, or one reason, on an article that the site has in that language. `language`: for what is
// wrong before the body says its own.
std::expected<store::ArticleVotes, http::Problem> read_vote_request(const site::Site& site,
                                                                    const api::Texts& texts,
                                                                    std::string_view language,
                                                                    std::string_view body);

}  // namespace ventanilla::votes
