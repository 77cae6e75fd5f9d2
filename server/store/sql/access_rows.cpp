#include "server/store/sql/access_rows.h"

#include "core/text/fold.h"
#include "server/crypto/crypto.h"
#include "server/store/sql/times.h"

namespace ventanilla::store {
namespace {

ApiKey read_key(const Statement& row) {
    return {.key_hash = row.text(0),
            .name = row.text(1),
            .scopes = row.text(2),
            .created = time_of(row.integer(3))};
}

}  // namespace

AccessRows::AccessRows(Connection& connection, std::string_view site)
    : site_(site),
      count_code_(connection.prepare(
          "INSERT INTO addresses (site, email, verified, mailed, codes, codes_day) "
          "VALUES ($1, $2, 0, 0, 1, $3) ON CONFLICT (site, email) DO UPDATE SET "
          "codes = CASE WHEN addresses.codes_day = excluded.codes_day THEN addresses.codes + 1 "
          "ELSE 1 END, codes_day = excluded.codes_day "
          "WHERE addresses.codes_day <> excluded.codes_day OR addresses.codes < $4 RETURNING 1")),
      keep_code_(connection.prepare(
          "INSERT INTO access_codes (site, tracking_code, code_hash, sent, expires, attempts) "
          "VALUES ($1, $2, $3, $4, $5, 0) ON CONFLICT (site, tracking_code) DO UPDATE SET "
          "code_hash = excluded.code_hash, sent = excluded.sent, expires = excluded.expires, "
          "attempts = 0 WHERE access_codes.sent <= $6 RETURNING 1")),
      try_code_(connection.prepare(
          "UPDATE access_codes SET attempts = attempts + 1 WHERE site = $1 AND tracking_code = $2 "
          "AND expires > $3 AND attempts < $4 RETURNING code_hash")),
      delete_code_(
          connection.prepare("DELETE FROM access_codes WHERE site = $1 AND tracking_code = $2")),
      verify_address_(connection.prepare(
          "INSERT INTO addresses (site, email, verified, mailed, codes, codes_day) "
          "SELECT site, email, 1, 0, 0, 0 FROM tickets WHERE site = $1 AND tracking_code = $2 AND "
          "email <> '' "
          "ON CONFLICT (site, email) DO UPDATE SET verified = 1")),
      insert_token_(
          connection.prepare("INSERT INTO access_tokens (site, token_hash, tracking_code, expires) "
                             "VALUES ($1, $2, $3, $4)")),
      expire_codes_(
          connection.prepare("DELETE FROM access_codes WHERE site = $1 AND expires <= $2")),
      expire_tokens_(
          connection.prepare("DELETE FROM access_tokens WHERE site = $1 AND expires <= $2")),
      find_token_(connection.prepare("SELECT token_hash, tracking_code, expires FROM access_tokens "
                                     "WHERE site = $1 AND token_hash = $2 AND expires > $3")),
      insert_key_(connection.prepare("INSERT INTO api_keys (site, name, key_hash, scopes, created) "
                                     "VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING "
                                     "1")),
      delete_key_(
          connection.prepare("DELETE FROM api_keys WHERE site = $1 AND name = $2 RETURNING 1")),
      find_key_(connection.prepare("SELECT key_hash, name, scopes, created FROM api_keys WHERE "
                                   "site = $1 AND key_hash = $2")),
      keys_(connection.prepare("SELECT key_hash, name, scopes, created FROM api_keys WHERE "
                               "site = $1 ORDER BY name")),
      insert_secret_(connection.prepare("INSERT INTO secrets (site, name, value) "
                                        "VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")),
      find_secret_(connection.prepare("SELECT value FROM secrets WHERE site = $1 AND name = $2")),
      touch_(connection.prepare(
          "INSERT INTO counters (site, name, value) VALUES ($1, 'checks', 1) "
          "ON CONFLICT (site, name) DO UPDATE SET value = counters.value + 1")) {}

bool AccessRows::keep_code(const AccessCode& code, std::string_view email) {
    const std::int64_t day =
        std::chrono::floor<std::chrono::days>(code.sent).time_since_epoch().count();
    return is_row(keep_code_.with(site_, code.tracking_code, code.code_hash,
                                  milliseconds(code.sent), milliseconds(code.expires),
                                  milliseconds(code.sent - kCodePause))) &&
           is_row(count_code_.with(site_, text::lower(email), day, std::int64_t{kMaxCodesADay}));
}

Redeemed AccessRows::redeem_code(const AccessToken& token, std::string_view code_hash, Time now) {
    const auto hash = first(try_code_.with(site_, token.tracking_code, milliseconds(now),
                                           std::int64_t{kMaxCodeAttempts}),
                            [](const Statement& row) { return row.text(0); });
    if (!hash) {
        return Redeemed::kExpired;
    }
    if (!server::are_equal_secrets(*hash, code_hash)) {
        return Redeemed::kWrong;
    }
    delete_code_.with(site_, token.tracking_code).run();
    verify_address_.with(site_, token.tracking_code).run();
    keep_token(token);
    return Redeemed::kYes;
}

void AccessRows::keep_token(const AccessToken& token) {
    insert_token_.with(site_, token.token_hash, token.tracking_code, milliseconds(token.expires))
        .run();
}

void AccessRows::expire(Time now) {
    expire_codes_.with(site_, milliseconds(now)).run();
    expire_tokens_.with(site_, milliseconds(now)).run();
}

std::optional<AccessToken> AccessRows::find_token(std::string_view token_hash, Time now) {
    return first(find_token_.with(site_, token_hash, milliseconds(now)), [](const Statement& row) {
        return AccessToken{.token_hash = row.text(0),
                           .tracking_code = row.text(1),
                           .expires = time_of(row.integer(2))};
    });
}

bool AccessRows::add_key(const ApiKey& key) {
    return is_row(
        insert_key_.with(site_, key.name, key.key_hash, key.scopes, milliseconds(key.created)));
}

bool AccessRows::remove_key(std::string_view name) {
    return is_row(delete_key_.with(site_, name));
}

std::optional<ApiKey> AccessRows::find_key(std::string_view key_hash) {
    return first(find_key_.with(site_, key_hash), read_key);
}

std::vector<ApiKey> AccessRows::keys() {
    return all(keys_.with(site_), read_key);
}

std::string AccessRows::secret(std::string_view name, std::string_view fresh) {
    insert_secret_.with(site_, name, fresh).run();
    return first(find_secret_.with(site_, name), [](const Statement& row) { return row.text(0); })
        .value_or(std::string());
}

void AccessRows::touch() {
    touch_.with(site_).run();
}

}  // namespace ventanilla::store
