#include "server/store/sqlite/migrations.h"

#include <array>
#include <string>

namespace ventanilla::store {
namespace {

// Marks the file as ours ("Vent"), so that another program's database is never migrated.
constexpr std::int64_t kApplicationId = 0x56656e74;

constexpr std::array<const char*, 2> kSteps = {
    R"sql(
CREATE TABLE tickets (
    site TEXT NOT NULL,
    tracking_code TEXT NOT NULL,
    language TEXT NOT NULL,
    form TEXT NOT NULL,
    fields TEXT NOT NULL,
    transcript TEXT NOT NULL,
    context TEXT NOT NULL,
    status TEXT NOT NULL,
    received INTEGER NOT NULL,
    idempotency_key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    PRIMARY KEY (site, tracking_code)
) STRICT;
CREATE UNIQUE INDEX tickets_by_key ON tickets (site, idempotency_key);
CREATE INDEX tickets_by_time ON tickets (site, received);

CREATE TABLE mail_queue (
    site TEXT NOT NULL,
    id INTEGER NOT NULL,
    tracking_code TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    reply_to TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt INTEGER NOT NULL,
    last_error TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (site, id),
    FOREIGN KEY (site, tracking_code) REFERENCES tickets (site, tracking_code)
) STRICT;
CREATE INDEX mail_queue_by_attempt ON mail_queue (site, next_attempt, id);

CREATE TABLE counters (
    site TEXT NOT NULL,
    name TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (site, name)
) STRICT;
)sql",
    // "day" counts from 1970-01-01, in UTC.
    R"sql(
CREATE TABLE votes (
    site TEXT NOT NULL,
    article TEXT NOT NULL,
    language TEXT NOT NULL,
    day INTEGER NOT NULL,
    yes INTEGER NOT NULL,
    no INTEGER NOT NULL,
    unanswered INTEGER NOT NULL,
    unclear INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    PRIMARY KEY (site, article, language, day)
) STRICT, WITHOUT ROWID;
)sql",
};

std::int64_t version_of(Database& database) {
    const std::int64_t version = database.integer("PRAGMA user_version");
    const std::int64_t owner = database.integer("PRAGMA application_id");
    const std::int64_t tables = database.integer("SELECT count(*) FROM sqlite_schema");
    if (owner != kApplicationId && (owner != 0 || version != 0 || tables != 0)) {
        throw std::runtime_error("it is another program's database");
    }
    if (version > newest_version()) {
        throw std::runtime_error("a newer version of Ventanilla made it (its format is " +
                                 std::to_string(version) + ", this program knows formats up to " +
                                 std::to_string(newest_version()) + ")");
    }
    return version;
}

}  // namespace

int newest_version() {
    return static_cast<int>(kSteps.size());
}

void migrate(Database& database) {
    for (auto version = version_of(database); version < newest_version(); ++version) {
        database.execute("BEGIN IMMEDIATE");
        try {
            database.execute(kSteps.at(static_cast<std::size_t>(version)));
            database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
            database.execute("PRAGMA user_version = " + std::to_string(version + 1));
            database.execute("COMMIT");
        } catch (...) {
            if (database.in_transaction()) {
                database.execute("ROLLBACK");
            }
            throw;
        }
    }
}

void require_newest_version(Database& database) {
    if (version_of(database) < newest_version()) {
        throw std::runtime_error(
            "an older version of Ventanilla made it; start the server once to bring "
            "it up to date");
    }
}

}  // namespace ventanilla::store
