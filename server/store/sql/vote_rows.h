// server/store/sql/vote_rows.h
//
// The SQL of one site's votes on articles. As ticket_rows.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/store/sql/connection.h"
#include "server/store/votes.h"

namespace ventanilla::store {

class VoteRows {
public:
    VoteRows(Connection& connection, std::string_view site);

    std::vector<ArticleVotes> votes(Day since);
    void count(const ArticleVotes& votes, Day day);

private:
    std::string site_;
    Statement votes_;
    Statement count_;
};

}  // namespace ventanilla::store
