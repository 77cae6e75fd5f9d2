#include "server/store/sql/webhook_rows.h"

#include <array>

#include "server/store/sql/times.h"

namespace ventanilla::store {
namespace {

constexpr std::array kStates = {"waiting", "delivered", "failed"};

const char* name_of(CallState state) {
    return kStates.at(static_cast<std::size_t>(state));
}

CallState state_of(std::string_view name) {
    return name == kStates[0]   ? CallState::kWaiting
           : name == kStates[1] ? CallState::kDelivered
                                : CallState::kFailed;
}

Call read_call(const Statement& row) {
    const std::int64_t tried = row.integer(8);
    return {.webhook = row.text(0),
            .tracking_code = row.text(1),
            .number = static_cast<int>(row.integer(2)),
            .type = row.text(3),
            .happened = time_of(row.integer(4)),
            .state = state_of(row.text(5)),
            .attempts = static_cast<int>(row.integer(6)),
            .next_attempt = time_of(row.integer(7)),
            .tried = tried == 0 ? std::nullopt : std::optional(time_of(tried)),
            .status = static_cast<int>(row.integer(9)),
            .error = row.text(10)};
}

constexpr const char* kCall =
    "SELECT webhook, tracking_code, number, type, happened, state, attempts, next_attempt, tried, "
    "status, error FROM webhook_calls WHERE site = $1 AND webhook = $2 ";

}  // namespace

std::string_view call_type(const Event& event) {
    // Let out of quarantine, a request is told of as new.
    if (event.kind == "note" || event.kind == "quarantine") {
        return {};
    }
    return event.kind == "message"        ? "ticket.message"
           : event.kind == "satisfaction" ? "ticket.rated"
                                          : "ticket.changed";
}

WebhookRows::WebhookRows(Connection& connection, std::string_view site)
    : site_(site),
      all_(connection.prepare("SELECT name, url, types, secret, old_secret, old_until, created, "
                              "is_off FROM webhooks WHERE site = $1 ORDER BY name")),
      waiting_(connection.prepare(std::string(kCall) +
                                  "AND state = 'waiting' ORDER BY next_attempt, happened, "
                                  "tracking_code, number LIMIT $3")),
      log_(connection.prepare(std::string(kCall) +
                              "ORDER BY happened DESC, tracking_code, number DESC LIMIT $3")),
      insert_(connection.prepare(
          "INSERT INTO webhooks (site, name, url, types, secret, old_secret, old_until, created, "
          "is_off) VALUES ($1, $2, $3, $4, $5, '', 0, $6, 0) ON CONFLICT (site, name) DO NOTHING "
          "RETURNING 1")),
      change_(connection.prepare(
          "UPDATE webhooks SET url = $3, types = $4, secret = $5, old_secret = $6, old_until = $7, "
          "is_off = $8 WHERE site = $1 AND name = $2 RETURNING 1")),
      delete_(connection.prepare("DELETE FROM webhooks WHERE site = $1 AND name = $2 RETURNING 1")),
      delete_calls_(
          connection.prepare("DELETE FROM webhook_calls WHERE site = $1 AND webhook = $2")),
      claim_(connection.prepare(
          "UPDATE webhook_calls SET next_attempt = $6 WHERE site = $1 AND webhook = $2 AND "
          "tracking_code = $3 AND number = $4 AND next_attempt = $5 AND state = 'waiting' "
          "RETURNING 1")),
      record_(connection.prepare(
          "UPDATE webhook_calls SET state = $5, attempts = $6, next_attempt = $7, tried = $8, "
          "status = $9, error = $10 WHERE site = $1 AND webhook = $2 AND tracking_code = $3 AND "
          "number = $4")),
      delete_call_(connection.prepare("DELETE FROM webhook_calls WHERE site = $1 AND webhook = $2 "
                                      "AND tracking_code = $3 AND number = $4")),
      again_(connection.prepare(
          "UPDATE webhook_calls SET state = 'waiting', attempts = 0, next_attempt = $5 WHERE site "
          "= $1 AND webhook = $2 AND tracking_code = $3 AND number = $4 RETURNING 1")),
      again_all_(connection.prepare(
          "UPDATE webhook_calls SET state = 'waiting', attempts = 0, next_attempt = $3 WHERE site "
          "= $1 AND webhook = $2 AND state = 'failed' RETURNING 1")),
      // A word of a list is found with a space on either side of it.
      tell_(connection.prepare(
          "INSERT INTO webhook_calls (site, webhook, tracking_code, number, type, happened, state, "
          "attempts, next_attempt, tried, status, error) SELECT site, name, CAST($2 AS TEXT), $3, "
          "CAST($4 AS TEXT), $5, 'waiting', 0, $5, 0, 0, '' FROM webhooks WHERE site = $1 AND "
          "is_off = 0 AND (types = '' OR ' ' || types || ' ' LIKE '% ' || CAST($4 AS TEXT) || "
          "' %')")),
      forget_(
          connection.prepare("DELETE FROM webhook_calls WHERE site = $1 AND tracking_code = $2")),
      expire_(connection.prepare("DELETE FROM webhook_calls WHERE site = $1 AND state <> 'waiting' "
                                 "AND tried < $2")) {}

std::vector<Webhook> WebhookRows::all() {
    return store::all(all_.with(site_), [](const Statement& row) {
        return Webhook{.name = row.text(0),
                       .url = row.text(1),
                       .types = row.text(2),
                       .secret = row.text(3),
                       .old_secret = row.text(4),
                       .old_until = time_of(row.integer(5)),
                       .created = time_of(row.integer(6)),
                       .is_off = row.integer(7) != 0};
    });
}

std::vector<Call> WebhookRows::waiting(std::string_view webhook, int limit) {
    return store::all(waiting_.with(site_, webhook, std::int64_t{limit}), read_call);
}

std::vector<Call> WebhookRows::log(std::string_view webhook, int limit) {
    return store::all(log_.with(site_, webhook, std::int64_t{limit}), read_call);
}

bool WebhookRows::add(const Webhook& webhook) {
    return is_row(insert_.with(site_, webhook.name, webhook.url, webhook.types, webhook.secret,
                               milliseconds(webhook.created)));
}

bool WebhookRows::change(const Webhook& webhook) {
    return is_row(change_.with(site_, webhook.name, webhook.url, webhook.types, webhook.secret,
                               webhook.old_secret, milliseconds(webhook.old_until),
                               std::int64_t{webhook.is_off}));
}

bool WebhookRows::remove(std::string_view name) {
    delete_calls_.with(site_, name).run();
    return is_row(delete_.with(site_, name));
}

bool WebhookRows::claim(const Call& call, Time until) {
    return is_row(claim_.with(site_, call.webhook, call.tracking_code, std::int64_t{call.number},
                              milliseconds(call.next_attempt), milliseconds(until)));
}

void WebhookRows::record(const Call& call) {
    const std::int64_t number = call.number;
    if (call.type == kErased && call.state == CallState::kDelivered) {
        delete_call_.with(site_, call.webhook, call.tracking_code, number).run();
        return;
    }
    record_
        .with(site_, call.webhook, call.tracking_code, number, name_of(call.state),
              std::int64_t{call.attempts}, milliseconds(call.next_attempt),
              call.tried ? milliseconds(*call.tried) : std::int64_t{0}, std::int64_t{call.status},
              call.error)
        .run();
}

int WebhookRows::send_again(std::string_view webhook, std::string_view tracking_code, int number,
                            Time now) {
    Statement& again = tracking_code.empty() ? again_all_.with(site_, webhook, milliseconds(now))
                                             : again_.with(site_, webhook, tracking_code,
                                                           std::int64_t{number}, milliseconds(now));
    return static_cast<int>(store::all(again, [](const Statement&) { return true; }).size());
}

void WebhookRows::tell(std::string_view tracking_code, int number, std::string_view type,
                       Time happened) {
    tell_.with(site_, tracking_code, std::int64_t{number}, type, milliseconds(happened)).run();
}

void WebhookRows::forget(std::string_view tracking_code) {
    forget_.with(site_, tracking_code).run();
}

void WebhookRows::expire(Time before) {
    expire_.with(site_, milliseconds(before)).run();
}

}  // namespace ventanilla::store
