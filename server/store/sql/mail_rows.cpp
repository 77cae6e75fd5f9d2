#include "server/store/sql/mail_rows.h"

#include <algorithm>
#include <random>

#include "core/text/fold.h"
#include "server/store/sql/times.h"

namespace ventanilla::store {
namespace {

// Numbers that several processes give without asking each other: the time, then 20 bits by chance. A row with a
// number that is taken is refused, and asked for again.
std::int64_t fresh_id(Time now) {
    constexpr int kChanceBits = 20;
    static std::random_device random;
    return (milliseconds(now) << kChanceBits) | (random() & ((1U << kChanceBits) - 1));
}

}  // namespace

MailRows::MailRows(Connection& connection, std::string_view site)
    : site_(site),
      queued_(connection.prepare(
          "SELECT id, tracking_code, recipient, subject, text, reply_to, attempts, next_attempt, "
          "last_error FROM mail_queue WHERE site = $1 AND held = 0 ORDER BY next_attempt, id LIMIT "
          "$2")),
      // What is to follow up waits for its day, and for nothing else.
      count_(connection.prepare("SELECT count(*) FROM mail_queue WHERE site = $1 AND held = 0 AND "
                                "(follows_up = 0 OR attempts > 0)")),
      may_mail_(connection.prepare(
          "INSERT INTO addresses (site, email, verified, mailed, codes, codes_day) "
          "VALUES ($1, $2, 0, $3, 0, 0) "
          "ON CONFLICT (site, email) DO UPDATE SET mailed = excluded.mailed "
          "WHERE addresses.verified = 1 OR addresses.mailed <= $4 RETURNING 1")),
      insert_(connection.prepare(
          "INSERT INTO mail_queue (site, id, tracking_code, recipient, subject, text, reply_to, "
          "next_attempt, follows_up, held) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")),
      claim_(connection.prepare("UPDATE mail_queue SET next_attempt = $4 WHERE site = $1 AND id = "
                                "$2 AND next_attempt = $3 RETURNING 1")),
      delete_(connection.prepare("DELETE FROM mail_queue WHERE site = $1 AND id = $2")),
      fail_(connection.prepare("UPDATE mail_queue SET attempts = attempts + 1, last_error = $3, "
                               "next_attempt = $4 WHERE site = $1 AND id = $2")),
      due_(connection.prepare("UPDATE mail_queue SET next_attempt = $2 WHERE site = $1 AND "
                              "next_attempt > $2 AND (follows_up = 0 OR attempts > 0)")),
      forget_(connection.prepare("DELETE FROM mail_queue WHERE site = $1 AND tracking_code = $2 "
                                 "AND follows_up = 1 AND attempts = 0")),
      release_(connection.prepare("UPDATE mail_queue SET held = 0, next_attempt = $3 WHERE site = "
                                  "$1 AND tracking_code = $2 AND held = 1")) {}

std::vector<QueuedMail> MailRows::queued(int limit) {
    return all(queued_.with(site_, std::int64_t{limit}), [](const Statement& row) {
        return QueuedMail{.id = row.integer(0),
                          .tracking_code = row.text(1),
                          .mail = {.to = row.text(2),
                                   .subject = row.text(3),
                                   .text = row.text(4),
                                   .reply_to = row.text(5)},
                          .attempts = static_cast<int>(row.integer(6)),
                          .next_attempt = time_of(row.integer(7)),
                          .last_error = row.text(8)};
    });
}

int MailRows::count() {
    return first(count_.with(site_),
                 [](const Statement& row) { return static_cast<int>(row.integer(0)); })
        .value_or(0);
}

void MailRows::add(std::string_view tracking_code, const Mail& mail, Time now) {
    if (mail.is_unasked) {
        if (!is_row(may_mail_.with(site_, text::lower(mail.to), milliseconds(now),
                                   milliseconds(now - std::chrono::days(1))))) {
            return;
        }
    }
    last_id_ = std::max(last_id_ + 1, fresh_id(now));
    insert_
        .with(site_, last_id_, tracking_code, mail.to, mail.subject, mail.text, mail.reply_to,
              milliseconds(now + mail.follows_up.value_or(std::chrono::days(0))),
              std::int64_t{mail.follows_up.has_value()}, std::int64_t{mail.is_held})
        .run();
}

bool MailRows::claim(const QueuedMail& mail, Time until) {
    return is_row(
        claim_.with(site_, mail.id, milliseconds(mail.next_attempt), milliseconds(until)));
}

void MailRows::sent(std::int64_t id) {
    delete_.with(site_, id).run();
}

void MailRows::failed(std::int64_t id, std::string_view error, Time next_attempt) {
    fail_.with(site_, id, error, milliseconds(next_attempt)).run();
}

void MailRows::due_now(Time now) {
    due_.with(site_, milliseconds(now)).run();
}

void MailRows::forget_follow_up(std::string_view tracking_code) {
    forget_.with(site_, tracking_code).run();
}

void MailRows::release(std::string_view tracking_code, Time now) {
    release_.with(site_, tracking_code, milliseconds(now)).run();
}

}  // namespace ventanilla::store
