#include "server/store/sql/migrations.h"

#include <array>
#include <string>

namespace ventanilla::store {
namespace {

constexpr std::array<const char*, 8> kSteps = {
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
    // What happens to a ticket after it was received, and who may see it. Times are milliseconds since 1970-01-01.
    R"sql(
ALTER TABLE tickets ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal';
ALTER TABLE tickets ADD COLUMN queue TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN assignee TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN satisfaction TEXT NOT NULL DEFAULT '';
ALTER TABLE tickets ADD COLUMN due INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tickets ADD COLUMN updated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tickets ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
UPDATE tickets SET updated = received;
DROP INDEX tickets_by_time;
CREATE INDEX tickets_by_time ON tickets (site, received, tracking_code);
CREATE INDEX tickets_by_email ON tickets (site, email, received);

CREATE TABLE ticket_events (
    site TEXT NOT NULL,
    tracking_code TEXT NOT NULL,
    number INTEGER NOT NULL,
    happened INTEGER NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    before_value TEXT NOT NULL,
    after_value TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    PRIMARY KEY (site, tracking_code, number),
    FOREIGN KEY (site, tracking_code) REFERENCES tickets (site, tracking_code)
) STRICT;
CREATE UNIQUE INDEX ticket_events_by_key ON ticket_events (site, tracking_code, idempotency_key)
    WHERE idempotency_key <> '';

CREATE TABLE access_codes (
    site TEXT NOT NULL,
    tracking_code TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    sent INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    PRIMARY KEY (site, tracking_code),
    FOREIGN KEY (site, tracking_code) REFERENCES tickets (site, tracking_code)
) STRICT;

CREATE TABLE access_tokens (
    site TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    tracking_code TEXT NOT NULL,
    expires INTEGER NOT NULL,
    PRIMARY KEY (site, token_hash),
    FOREIGN KEY (site, tracking_code) REFERENCES tickets (site, tracking_code)
) STRICT;
CREATE INDEX access_tokens_by_ticket ON access_tokens (site, tracking_code);

CREATE TABLE addresses (
    site TEXT NOT NULL,
    email TEXT NOT NULL,
    verified INTEGER NOT NULL,
    mailed INTEGER NOT NULL,
    codes INTEGER NOT NULL,
    codes_day INTEGER NOT NULL,
    PRIMARY KEY (site, email)
) STRICT;

CREATE TABLE api_keys (
    site TEXT NOT NULL,
    name TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created INTEGER NOT NULL,
    PRIMARY KEY (site, name)
) STRICT;
CREATE UNIQUE INDEX api_keys_by_hash ON api_keys (site, key_hash);

CREATE TABLE secrets (
    site TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (site, name)
) STRICT;
)sql",
    // Files, those of no ticket yet with the empty code; and their bytes, where the database keeps them in rows.
    R"sql(
CREATE TABLE files (
    site TEXT NOT NULL,
    id_hash TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    type TEXT NOT NULL,
    received INTEGER NOT NULL,
    tracking_code TEXT NOT NULL,
    number INTEGER NOT NULL,
    event INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (site, id_hash)
) STRICT;
CREATE INDEX files_by_ticket ON files (site, tracking_code, number);
CREATE INDEX files_by_hash ON files (sha256);

CREATE TABLE file_chunks (
    site TEXT NOT NULL,
    id_hash TEXT NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (site, id_hash, number),
    FOREIGN KEY (site, id_hash) REFERENCES files (site, id_hash)
) STRICT;
)sql",
    // Whom to call, and the calls. They outlive the ticket that they say is gone.
    R"sql(
CREATE TABLE webhooks (
    site TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    types TEXT NOT NULL,
    secret TEXT NOT NULL,
    old_secret TEXT NOT NULL,
    old_until INTEGER NOT NULL,
    created INTEGER NOT NULL,
    is_off INTEGER NOT NULL,
    PRIMARY KEY (site, name)
) STRICT;

CREATE TABLE webhook_calls (
    site TEXT NOT NULL,
    webhook TEXT NOT NULL,
    tracking_code TEXT NOT NULL,
    number INTEGER NOT NULL,
    type TEXT NOT NULL,
    happened INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt INTEGER NOT NULL,
    tried INTEGER NOT NULL,
    status INTEGER NOT NULL,
    error TEXT NOT NULL,
    PRIMARY KEY (site, webhook, tracking_code, number),
    FOREIGN KEY (site, webhook) REFERENCES webhooks (site, name)
) STRICT;
CREATE INDEX webhook_calls_by_attempt ON webhook_calls (site, webhook, state, next_attempt);
CREATE INDEX webhook_calls_by_ticket ON webhook_calls (site, tracking_code);
)sql",
    // Mail that waits for its day.
    R"sql(
ALTER TABLE mail_queue ADD COLUMN follows_up INTEGER NOT NULL DEFAULT 0;
)sql",
    // What looks as if nobody had written it, and the mail that would tell of it.
    R"sql(
ALTER TABLE tickets ADD COLUMN quarantine TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_queue ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
)sql",
    // Servers look for what others have changed.
    R"sql(
CREATE INDEX tickets_by_update ON tickets (site, updated);
)sql",
};

// Refuses a version that this program does not know.
int known(int version) {
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

void migrate(Connection& connection) {
    try {
        for (int version = known(connection.begin_migration()); version < newest_version();
             ++version) {
            connection.change_shape(kSteps.at(static_cast<std::size_t>(version)), version + 1);
        }
        connection.commit();
    } catch (...) {
        connection.roll_back();
        throw;
    }
}

int known_version(Connection& connection) {
    return known(connection.version());
}

void require_newest_version(Connection& connection) {
    if (known_version(connection) < newest_version()) {
        throw std::runtime_error(
            "an older version of Ventanilla made it; start the server once to bring "
            "it up to date");
    }
}

}  // namespace ventanilla::store
