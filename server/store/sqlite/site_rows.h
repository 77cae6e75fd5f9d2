// server/store/sqlite/site_rows.h
//
// The SQL of one site's tickets, mail and votes. Reading and writing are two classes, for two connections.
// Both throw DatabaseError; neither begins or ends a transaction.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/sqlite/database.h"
#include "server/store/store.h"

namespace ventanilla::store {

class RowReader {
public:
    RowReader(Database& database, std::string_view site);

    std::optional<Ticket> find(std::string_view tracking_code);
    std::vector<Ticket> list(int limit);
    std::vector<QueuedMail> queued_mail(int limit);
    int queued_mail_count();
    std::vector<ArticleVotes> votes(Day since);

private:
    std::string site_;
    Statement find_;
    Statement list_;
    Statement queued_;
    Statement count_;
    Statement votes_;
};

class RowWriter {
public:
    RowWriter(Database& database, std::string_view site);

    // Inserts ticket and announcement, or finds the ticket that the key belongs to.
    std::expected<Stored, Fault> add(const NewTicket& added);
    void mail_sent(std::int64_t id);
    void mail_failed(std::int64_t id, std::string_view error, Time next_attempt);
    void mail_due_now(Time now);
    void count(const ArticleVotes& votes, Day day);
    // Writes something that nobody reads: the proof that writing works.
    void touch();

private:
    std::int64_t next(std::string_view counter);

    std::string site_;
    Statement by_key_;
    Statement insert_ticket_;
    Statement insert_mail_;
    Statement delete_mail_;
    Statement fail_mail_;
    Statement due_mail_;
    Statement add_votes_;
    Statement count_;
};

}  // namespace ventanilla::store
