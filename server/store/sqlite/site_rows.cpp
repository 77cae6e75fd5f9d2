#include "server/store/sqlite/site_rows.h"

namespace ventanilla::store {
namespace {

// The columns of read_ticket(), in its order.
const std::string kTicketColumns =
    "tracking_code, language, form, fields, transcript, context, status, received";

Ticket read_ticket(const Statement& row) {
    return {.tracking_code = row.text(0),
            .language = row.text(1),
            .form = row.text(2),
            .fields = row.text(3),
            .transcript = row.text(4),
            .context = row.text(5),
            .status = row.text(6),
            .received = Time(std::chrono::milliseconds(row.integer(7)))};
}

std::int64_t milliseconds(Time time) {
    return time.time_since_epoch().count();
}

std::int64_t days(Day day) {
    return day.time_since_epoch().count();
}

// A statement that is left in the middle of its rows would keep the database's old state open.
class Rewind {
public:
    explicit Rewind(Statement& statement) : statement_(statement) {}
    ~Rewind() { statement_.reset(); }
    Rewind(const Rewind&) = delete;
    Rewind& operator=(const Rewind&) = delete;

private:
    Statement& statement_;
};

}  // namespace

RowReader::RowReader(Database& database, std::string_view site)
    : site_(site), find_(database.prepare("SELECT " + kTicketColumns +
                                          " FROM tickets WHERE site = ?1 AND tracking_code = ?2")),
      list_(database.prepare(
          "SELECT " + kTicketColumns +
          " FROM tickets WHERE site = ?1 ORDER BY received DESC, rowid DESC LIMIT ?2")),
      queued_(database.prepare(
          "SELECT id, tracking_code, recipient, subject, text, reply_to, attempts, next_attempt, "
          "last_error FROM mail_queue WHERE site = ?1 ORDER BY next_attempt, id LIMIT ?2")),
      count_(database.prepare("SELECT count(*) FROM mail_queue WHERE site = ?1")),
      votes_(database.prepare(
          "SELECT article, language, sum(yes), sum(no), sum(unanswered), sum(unclear), sum(wrong) "
          "FROM votes WHERE site = ?1 AND day >= ?2 GROUP BY article, language "
          "ORDER BY article, language")) {
    find_.bind(1, site_);
    list_.bind(1, site_);
    queued_.bind(1, site_);
    count_.bind(1, site_);
    votes_.bind(1, site_);
}

std::optional<Ticket> RowReader::find(std::string_view tracking_code) {
    const Rewind rewind(find_);
    if (!find_.bind(2, tracking_code).step()) {
        return std::nullopt;
    }
    return read_ticket(find_);
}

std::vector<Ticket> RowReader::list(int limit) {
    const Rewind rewind(list_);
    list_.bind(2, std::int64_t{limit});
    std::vector<Ticket> tickets;
    while (list_.step()) {
        tickets.push_back(read_ticket(list_));
    }
    return tickets;
}

std::vector<QueuedMail> RowReader::queued_mail(int limit) {
    const Rewind rewind(queued_);
    queued_.bind(2, std::int64_t{limit});
    std::vector<QueuedMail> mails;
    while (queued_.step()) {
        mails.push_back({.id = queued_.integer(0),
                         .tracking_code = queued_.text(1),
                         .mail = {.to = queued_.text(2),
                                  .subject = queued_.text(3),
                                  .text = queued_.text(4),
                                  .reply_to = queued_.text(5)},
                         .attempts = static_cast<int>(queued_.integer(6)),
                         .next_attempt = Time(std::chrono::milliseconds(queued_.integer(7))),
                         .last_error = queued_.text(8)});
    }
    return mails;
}

int RowReader::queued_mail_count() {
    const Rewind rewind(count_);
    return count_.step() ? static_cast<int>(count_.integer(0)) : 0;
}

std::vector<ArticleVotes> RowReader::votes(Day since) {
    const Rewind rewind(votes_);
    votes_.bind(2, days(since));
    std::vector<ArticleVotes> votes;
    while (votes_.step()) {
        votes.push_back({.article = votes_.text(0),
                         .language = votes_.text(1),
                         .counts = {.yes = votes_.integer(2),
                                    .no = votes_.integer(3),
                                    .unanswered = votes_.integer(4),
                                    .unclear = votes_.integer(5),
                                    .wrong = votes_.integer(6)}});
    }
    return votes;
}

RowWriter::RowWriter(Database& database, std::string_view site)
    : site_(site), by_key_(database.prepare(
                       "SELECT " + kTicketColumns +
                       ", body_hash FROM tickets WHERE site = ?1 AND idempotency_key = ?2")),
      insert_ticket_(database.prepare(
          "INSERT INTO tickets (site, tracking_code, language, form, fields, transcript, context, "
          "status, received, idempotency_key, body_hash) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")),
      insert_mail_(database.prepare(
          "INSERT INTO mail_queue (site, id, tracking_code, recipient, subject, text, reply_to, "
          "next_attempt) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")),
      delete_mail_(database.prepare("DELETE FROM mail_queue WHERE site = ?1 AND id = ?2")),
      fail_mail_(database.prepare("UPDATE mail_queue SET attempts = attempts + 1, last_error = ?3, "
                                  "next_attempt = ?4 WHERE site = ?1 AND id = ?2")),
      due_mail_(database.prepare("UPDATE mail_queue SET next_attempt = ?2 WHERE site = ?1 AND "
                                 "next_attempt > ?2")),
      add_votes_(database.prepare(
          "INSERT INTO votes (site, article, language, day, yes, no, unanswered, unclear, wrong) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
          "ON CONFLICT (site, article, language, day) DO UPDATE SET yes = yes + excluded.yes, "
          "no = no + excluded.no, unanswered = unanswered + excluded.unanswered, "
          "unclear = unclear + excluded.unclear, wrong = wrong + excluded.wrong")),
      count_(database.prepare("INSERT INTO counters (site, name, value) VALUES (?1, ?2, 1) "
                              "ON CONFLICT (site, name) DO UPDATE SET value = value + 1 "
                              "RETURNING value")) {}

std::expected<Stored, Fault> RowWriter::add(const NewTicket& added) {
    const Rewind rewind(by_key_);
    if (by_key_.bind(1, site_).bind(2, added.idempotency_key).step()) {
        if (by_key_.text(8) != added.body_hash) {
            return std::unexpected(Fault::kKeyReused);
        }
        return Stored{.ticket = read_ticket(by_key_), .repeated = true};
    }
    const Ticket& ticket = added.ticket;
    insert_ticket_.bind(1, site_)
        .bind(2, ticket.tracking_code)
        .bind(3, ticket.language)
        .bind(4, ticket.form)
        .bind(5, ticket.fields)
        .bind(6, ticket.transcript)
        .bind(7, ticket.context)
        .bind(8, ticket.status)
        .bind(9, milliseconds(ticket.received))
        .bind(10, added.idempotency_key)
        .bind(11, added.body_hash);
    try {
        insert_ticket_.run();
    } catch (const DatabaseError& error) {
        if (error.is_taken()) {
            return std::unexpected(Fault::kCodeTaken);
        }
        throw;
    }
    const Mail& mail = added.announcement;
    insert_mail_.bind(1, site_)
        .bind(2, next("mail"))
        .bind(3, ticket.tracking_code)
        .bind(4, mail.to)
        .bind(5, mail.subject)
        .bind(6, mail.text)
        .bind(7, mail.reply_to)
        .bind(8, milliseconds(ticket.received))
        .run();
    return Stored{.ticket = ticket, .repeated = false};
}

void RowWriter::mail_sent(std::int64_t id) {
    delete_mail_.bind(1, site_).bind(2, id).run();
}

void RowWriter::mail_failed(std::int64_t id, std::string_view error, Time next_attempt) {
    fail_mail_.bind(1, site_).bind(2, id).bind(3, error).bind(4, milliseconds(next_attempt)).run();
}

void RowWriter::mail_due_now(Time now) {
    due_mail_.bind(1, site_).bind(2, milliseconds(now)).run();
}

void RowWriter::count(const ArticleVotes& votes, Day day) {
    const VoteCounts& counts = votes.counts;
    add_votes_.bind(1, site_)
        .bind(2, votes.article)
        .bind(3, votes.language)
        .bind(4, days(day))
        .bind(5, counts.yes)
        .bind(6, counts.no)
        .bind(7, counts.unanswered)
        .bind(8, counts.unclear)
        .bind(9, counts.wrong)
        .run();
}

void RowWriter::touch() {
    next("checks");
}

std::int64_t RowWriter::next(std::string_view counter) {
    const Rewind rewind(count_);
    count_.bind(1, site_).bind(2, counter).step();
    const std::int64_t value = count_.integer(0);
    count_.step();
    return value;
}

}  // namespace ventanilla::store
