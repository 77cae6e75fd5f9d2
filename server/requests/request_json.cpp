#include "server/requests/request_json.h"

#include <algorithm>
#include <optional>

#include "core/base/json.h"
#include "core/ticket/thread.h"
#include "server/files/attachments.h"
#include "server/requests/attached.h"
#include "server/time/timestamps.h"

namespace ventanilla::requests {
namespace {

using base::Json;

// Of words with a space between two.
Json list_of(const std::string& words) {
    Json list = Json::array();
    for (std::size_t start = 0; start < words.size();) {
        const std::size_t end = std::min(words.find(' ', start), words.size());
        list.push_back(words.substr(start, end - start));
        start = end + 1;
    }
    return list;
}

// What the database holds was written by this program.
Json stored(const std::string& text) {
    auto json = base::parse_json(text);
    return json ? std::move(*json) : Json();
}

Json to_json(const store::Event& event) {
    Json json = {{"number", event.number},
                 {"at", server::rfc3339(event.at)},
                 {"kind", event.kind},
                 {"actor", event.actor}};
    for (const auto& [name, value] :
         {std::pair<std::string_view, const std::string&>{"author", event.author},
          {"text", event.text},
          {"before", event.before},
          {"after", event.after}}) {
        if (!value.empty()) {
            json[name] = value;
        }
    }
    return json;
}

}  // namespace

Json for_customer(const store::Ticket& ticket) {
    Json json = {{"tracking_code", ticket.tracking_code},
                 {"status", ticket.status},
                 {"language", ticket.language},
                 {"form", ticket.form},
                 {"received_at", server::rfc3339(ticket.received)},
                 {"updated_at", server::rfc3339(ticket.updated)},
                 {"revision", ticket.revision},
                 {"fields", stored(ticket.fields)}};
    if (ticket.due) {
        json["due_at"] = server::rfc3339(*ticket.due);
    }
    if (!ticket.satisfaction.empty()) {
        json["satisfaction"] = ticket.satisfaction;
    }
    return json;
}

Json for_customer(const store::Ticket& ticket, std::span<const store::Event> events,
                  std::span<const store::Attachment> attachments) {
    Json json = for_customer(ticket);
    Json list = Json::array();
    for (const store::Event& event : events) {
        if (auto told = for_customer(event)) {
            list.push_back(std::move(*told));
        }
    }
    json["events"] = std::move(list);
    json["attachments"] = files::to_json(for_customers(events, attachments));
    return json;
}

std::optional<Json> for_customer(const store::Event& event) {
    const auto kind = ticket::event_kind(event.kind);
    return kind && ticket::is_for_customers(*kind) ? std::optional(to_json(event)) : std::nullopt;
}

Json for_team(const store::Ticket& ticket) {
    Json json = for_customer(ticket);
    json["priority"] = ticket.priority;
    json["queue"] = ticket.queue;
    json["assignee"] = ticket.assignee;
    json["email"] = ticket.email;
    json["tags"] = list_of(ticket.tags);
    if (!ticket.quarantine.empty()) {
        json["quarantine"] = list_of(ticket.quarantine);
    }
    if (!ticket.transcript.empty()) {
        json["transcript"] = stored(ticket.transcript);
    }
    if (!ticket.context.empty()) {
        json["context"] = stored(ticket.context);
    }
    return json;
}

Json for_team(const store::Ticket& ticket, std::span<const store::Event> events,
              std::span<const store::Attachment> attachments) {
    Json json = for_team(ticket);
    Json list = Json::array();
    for (const store::Event& event : events) {
        list.push_back(to_json(event));
    }
    json["events"] = std::move(list);
    json["attachments"] = files::to_json(attachments);
    return json;
}

}  // namespace ventanilla::requests
