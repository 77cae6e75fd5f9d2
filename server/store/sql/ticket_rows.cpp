#include "server/store/sql/ticket_rows.h"

#include <limits>

#include "core/ticket/thread.h"
#include "server/store/sql/times.h"

namespace ventanilla::store {
namespace {

// The columns of read_ticket(), in its order.
const std::string kTicketColumns =
    "tracking_code, language, form, fields, transcript, context, email, received, status, "
    "priority, queue, assignee, tags, satisfaction, quarantine, due, updated, revision";
constexpr int kTicketColumnCount = 18;

Ticket read_ticket(const Statement& row) {
    Ticket ticket{.tracking_code = row.text(0),
                  .language = row.text(1),
                  .form = row.text(2),
                  .fields = row.text(3),
                  .transcript = row.text(4),
                  .context = row.text(5),
                  .email = row.text(6),
                  .received = time_of(row.integer(7)),
                  .status = row.text(8),
                  .priority = row.text(9),
                  .queue = row.text(10),
                  .assignee = row.text(11),
                  .tags = row.text(12),
                  .satisfaction = row.text(13),
                  .quarantine = row.text(14),
                  .updated = time_of(row.integer(16)),
                  .revision = static_cast<int>(row.integer(17))};
    if (row.integer(15) != 0) {
        ticket.due = time_of(row.integer(15));
    }
    return ticket;
}

Event read_event(const Statement& row) {
    return {.number = static_cast<int>(row.integer(0)),
            .at = time_of(row.integer(1)),
            .kind = row.text(2),
            .actor = row.text(3),
            .author = row.text(4),
            .text = row.text(5),
            .before = row.text(6),
            .after = row.text(7)};
}

// The field that events of this kind set; null if they set none.
std::string* field_of(Ticket& ticket, std::string_view kind) {
    switch (ticket::event_kind(kind).value_or(ticket::EventKind::kMessage)) {
    case ticket::EventKind::kStatus:
        return &ticket.status;
    case ticket::EventKind::kPriority:
        return &ticket.priority;
    case ticket::EventKind::kQueue:
        return &ticket.queue;
    case ticket::EventKind::kAssignee:
        return &ticket.assignee;
    case ticket::EventKind::kTags:
        return &ticket.tags;
    case ticket::EventKind::kSatisfaction:
        return &ticket.satisfaction;
    case ticket::EventKind::kQuarantine:
        return &ticket.quarantine;
    case ticket::EventKind::kMessage:
    case ticket::EventKind::kNote:
        break;
    }
    return nullptr;
}

}  // namespace

TicketRows::TicketRows(Connection& connection, std::string_view site)
    : site_(site),
      find_(connection.prepare("SELECT " + kTicketColumns +
                               " FROM tickets WHERE site = $1 AND tracking_code = $2")),
      list_(connection.prepare(
          "SELECT " + kTicketColumns +
          " FROM tickets WHERE site = $1 AND ($2 = '' OR status = $2) AND ($3 = '' OR queue = $3) "
          "AND ($4 = '' OR assignee = $4) AND ($5 = '' OR email = $5) "
          "AND (received < $6 OR (received = $6 AND tracking_code < $7)) "
          "AND $8 IN (-1, CASE quarantine WHEN '' THEN 0 ELSE 1 END) "
          "ORDER BY received DESC, tracking_code DESC LIMIT $9")),
      quarantined_(
          connection.prepare("SELECT count(*) FROM tickets WHERE site = $1 AND quarantine <> ''")),
      updated_(connection.prepare(
          "SELECT tracking_code FROM tickets WHERE site = $1 AND updated >= $2")),
      events_(connection.prepare(
          "SELECT number, happened, kind, actor, author, text, before_value, after_value "
          "FROM ticket_events WHERE site = $1 AND tracking_code = $2 AND number > $3 "
          "ORDER BY number")),
      courses_(connection.prepare(
          "SELECT language, queue, received, due, satisfaction, "
          "COALESCE((SELECT min(happened) FROM ticket_events e WHERE e.site = t.site "
          "AND e.tracking_code = t.tracking_code AND kind = 'message' AND actor = 'team'), 0), "
          "COALESCE((SELECT max(happened) FROM ticket_events e WHERE e.site = t.site "
          "AND e.tracking_code = t.tracking_code AND kind = 'status' "
          "AND after_value IN ('solved', 'closed') AND t.status IN ('solved', 'closed')), 0) "
          "FROM tickets t WHERE site = $1 AND received >= $2 AND received < $3 AND quarantine = '' "
          "ORDER BY received, tracking_code")),
      by_key_(connection.prepare("SELECT " + kTicketColumns +
                                 ", body_hash FROM tickets WHERE site = $1 AND idempotency_key = "
                                 "$2")),
      insert_(connection.prepare(
          "INSERT INTO tickets (site, tracking_code, language, form, fields, transcript, context, "
          "email, received, status, priority, queue, assignee, tags, satisfaction, quarantine, "
          "due, updated, "
          "revision, idempotency_key, body_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
          "$11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) ON CONFLICT DO NOTHING RETURNING "
          "1")),
      change_key_(connection.prepare(
          "SELECT body_hash FROM ticket_events WHERE site = $1 AND tracking_code = $2 AND "
          "idempotency_key = $3 AND idempotency_key <> ''")),
      advance_(connection.prepare(
          "UPDATE tickets SET revision = revision + $3 WHERE site = $1 AND tracking_code = $2 "
          "RETURNING " +
          kTicketColumns)),
      insert_event_(connection.prepare(
          "INSERT INTO ticket_events (site, tracking_code, number, happened, kind, actor, author, "
          "text, before_value, after_value, idempotency_key, body_hash) "
          "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)")),
      update_(connection.prepare(
          "UPDATE tickets SET status = $3, priority = $4, queue = $5, assignee = $6, tags = $7, "
          "satisfaction = $8, quarantine = $9, updated = $10, revision = $11 WHERE site = $1 AND "
          "tracking_code = "
          "$2")),
      over_(connection.prepare("SELECT tracking_code FROM tickets WHERE site = $1 AND status IN "
                               "('solved', 'closed') AND updated < $2 ORDER BY updated LIMIT $3")),
      erase_(connection.prepare(
          "DELETE FROM tickets WHERE site = $1 AND tracking_code = $2 RETURNING email")),
      erase_address_(
          connection.prepare("DELETE FROM addresses WHERE site = $1 AND email = $2 AND NOT EXISTS "
                             "(SELECT 1 FROM tickets WHERE site = $1 AND email = $2)")) {
    for (const char* table : {"ticket_events", "mail_queue", "access_codes", "access_tokens"}) {
        erase_parts_.push_back(connection.prepare("DELETE FROM " + std::string(table) +
                                                  " WHERE site = $1 AND tracking_code = $2"));
    }
}

std::optional<Ticket> TicketRows::find(std::string_view tracking_code) {
    return first(find_.with(site_, tracking_code), read_ticket);
}

std::vector<Ticket> TicketRows::list(const TicketFilter& filter) {
    const std::int64_t received =
        filter.received ? milliseconds(*filter.received) : std::numeric_limits<std::int64_t>::max();
    const std::int64_t quarantined = filter.is_quarantined ? *filter.is_quarantined : -1;
    return all(list_.with(site_, filter.status, filter.queue, filter.assignee, filter.email,
                          received, filter.tracking_code, quarantined, std::int64_t{filter.limit}),
               read_ticket);
}

int TicketRows::quarantined_count() {
    return first(quarantined_.with(site_),
                 [](const Statement& row) { return static_cast<int>(row.integer(0)); })
        .value_or(0);
}

std::vector<std::string> TicketRows::updated(Time since) {
    return all(updated_.with(site_, milliseconds(since)),
               [](const Statement& row) { return row.text(0); });
}

std::vector<Course> TicketRows::courses(Time since, Time until) {
    const auto moment = [](std::int64_t value) {
        return value == 0 ? std::optional<Time>() : std::optional(time_of(value));
    };
    return all(courses_.with(site_, milliseconds(since), milliseconds(until)),
               [&](const Statement& row) {
                   return Course{.language = row.text(0),
                                 .queue = row.text(1),
                                 .received = time_of(row.integer(2)),
                                 .due = moment(row.integer(3)),
                                 .answered = moment(row.integer(5)),
                                 .over = moment(row.integer(6)),
                                 .satisfaction = row.text(4)};
               });
}

std::vector<Event> TicketRows::events(std::string_view tracking_code, int after) {
    return all(events_.with(site_, tracking_code, std::int64_t{after}), read_event);
}

bool TicketRows::insert(const NewTicket& added) {
    const Ticket& ticket = added.ticket;
    insert_.with(
        site_, ticket.tracking_code, ticket.language, ticket.form, ticket.fields, ticket.transcript,
        ticket.context, ticket.email, milliseconds(ticket.received), ticket.status, ticket.priority,
        ticket.queue, ticket.assignee, ticket.tags, ticket.satisfaction, ticket.quarantine,
        ticket.due ? milliseconds(*ticket.due) : std::int64_t{0}, milliseconds(ticket.updated),
        std::int64_t{ticket.revision}, added.idempotency_key, added.body_hash);
    return first(insert_, [](const Statement&) { return true; }).has_value();
}

std::expected<Stored, Fault> TicketRows::add(const NewTicket& added, bool has_files) {
    if (has_files && insert(added)) {
        return Stored{.ticket = added.ticket, .repeated = false};
    }
    struct Found {
        Ticket ticket;
        std::string body_hash;
    };
    auto found = first(by_key_.with(site_, added.idempotency_key), [](const Statement& row) {
        return Found{read_ticket(row), row.text(kTicketColumnCount)};
    });
    if (!found) {
        return std::unexpected(has_files ? Fault::kCodeTaken : Fault::kNoFile);
    }
    if (found->body_hash != added.body_hash) {
        return std::unexpected(Fault::kKeyReused);
    }
    return Stored{.ticket = std::move(found->ticket), .repeated = true};
}

std::expected<Stored, Fault> TicketRows::change(const Change& change, bool has_files) {
    // First of all: nobody else changes this ticket until the transaction ends.
    const auto count = static_cast<std::int64_t>(change.events.size());
    auto ticket = first(advance_.with(site_, change.tracking_code, count), read_ticket);
    if (!ticket) {
        return std::unexpected(Fault::kNoTicket);
    }
    ticket->revision -= static_cast<int>(count);
    const auto give_back = [&](auto result) {
        update_
            .with(site_, ticket->tracking_code, ticket->status, ticket->priority, ticket->queue,
                  ticket->assignee, ticket->tags, ticket->satisfaction, ticket->quarantine,
                  milliseconds(ticket->updated), std::int64_t{ticket->revision})
            .run();
        return std::expected<Stored, Fault>(std::move(result));
    };
    if (const auto hash =
            first(change_key_.with(site_, change.tracking_code, change.idempotency_key),
                  [](const Statement& row) { return row.text(0); })) {
        return *hash == change.body_hash ? give_back(Stored{.ticket = *ticket, .repeated = true})
                                         : give_back(std::unexpected(Fault::kKeyReused));
    }
    if (change.revision && *change.revision != ticket->revision) {
        return give_back(std::unexpected(Fault::kChanged));
    }
    if (!has_files) {
        return give_back(std::unexpected(Fault::kNoFile));
    }
    bool is_first = true;
    for (const Event& event : change.events) {
        std::string* field = field_of(*ticket, event.kind);
        insert_event_
            .with(site_, ticket->tracking_code, std::int64_t{++ticket->revision},
                  milliseconds(event.at), event.kind, event.actor, event.author, event.text,
                  field == nullptr ? std::string() : *field, event.after,
                  is_first ? change.idempotency_key : std::string(), change.body_hash)
            .run();
        if (field != nullptr) {
            *field = event.after;
        }
        ticket->updated = event.at;
        is_first = false;
    }
    return give_back(Stored{.ticket = *ticket, .repeated = false});
}

std::vector<std::string> TicketRows::over(Time before, int limit) {
    return all(over_.with(site_, milliseconds(before), std::int64_t{limit}),
               [](const Statement& row) { return row.text(0); });
}

bool TicketRows::erase(std::string_view tracking_code) {
    for (Statement& part : erase_parts_) {
        part.with(site_, tracking_code).run();
    }
    const auto email =
        first(erase_.with(site_, tracking_code), [](const Statement& row) { return row.text(0); });
    if (email) {
        erase_address_.with(site_, *email).run();
    }
    return email.has_value();
}

}  // namespace ventanilla::store
