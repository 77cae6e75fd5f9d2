#include "server/store/sql/vote_rows.h"

namespace ventanilla::store {
namespace {

std::int64_t days(Day day) {
    return day.time_since_epoch().count();
}

}  // namespace

VoteRows::VoteRows(Connection& connection, std::string_view site)
    : site_(site),
      votes_(connection.prepare(
          "SELECT article, language, sum(yes), sum(no), sum(unanswered), sum(unclear), sum(wrong) "
          "FROM votes WHERE site = $1 AND day >= $2 GROUP BY article, language "
          "ORDER BY article, language")),
      count_(connection.prepare(
          "INSERT INTO votes (site, article, language, day, yes, no, unanswered, unclear, wrong) "
          "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
          "ON CONFLICT (site, article, language, day) DO UPDATE SET "
          "yes = votes.yes + excluded.yes, no = votes.no + excluded.no, "
          "unanswered = votes.unanswered + excluded.unanswered, "
          "unclear = votes.unclear + excluded.unclear, wrong = votes.wrong + excluded.wrong")) {}

std::vector<ArticleVotes> VoteRows::votes(Day since) {
    return all(votes_.with(site_, days(since)), [](const Statement& row) {
        return ArticleVotes{.article = row.text(0),
                            .language = row.text(1),
                            .counts = {.yes = row.integer(2),
                                       .no = row.integer(3),
                                       .unanswered = row.integer(4),
                                       .unclear = row.integer(5),
                                       .wrong = row.integer(6)}};
    });
}

void VoteRows::count(const ArticleVotes& votes, Day day) {
    const VoteCounts& counts = votes.counts;
    count_
        .with(site_, votes.article, votes.language, days(day), counts.yes, counts.no,
              counts.unanswered, counts.unclear, counts.wrong)
        .run();
}

}  // namespace ventanilla::store
