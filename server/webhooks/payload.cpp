#include "server/webhooks/payload.h"

#include "core/base/json_writer.h"
#include "server/time/timestamps.h"

namespace ventanilla::webhooks {
namespace {

void write_ticket(base::JsonWriter& json, const store::Ticket& ticket) {
    json.member("language", ticket.language);
    json.member("form", ticket.form);
    json.member("queue", ticket.queue);
}

// A message's words stay here; what was set is no more than a word of the team's own.
void write_event(base::JsonWriter& json, const store::Event& event) {
    json.member("number", event.number);
    json.member("kind", event.kind);
    json.member("actor", event.actor);
    if (!event.after.empty() || !event.before.empty()) {
        json.member("before", event.before);
        json.member("after", event.after);
    }
}

}  // namespace

std::string id_of(const store::Call& call) {
    return call.tracking_code + "-" + std::to_string(call.number);
}

std::optional<std::string> payload(const store::Call& call, store::Reader& reader) {
    base::JsonWriter json;
    json.begin_object();
    json.member("type", call.type);
    json.member("timestamp", server::rfc3339(call.happened));
    json.name("data");
    json.begin_object();
    json.member("tracking_code", call.tracking_code);
    if (call.type == store::kCreated) {
        const auto ticket = reader.find(call.tracking_code);
        if (!ticket) {
            return std::nullopt;
        }
        write_ticket(json, *ticket);
    } else if (call.type != store::kErased) {
        const auto events = reader.events(call.tracking_code, call.number - 1);
        if (events.empty()) {
            return std::nullopt;
        }
        write_event(json, events.front());
    }
    json.end_object();
    json.end_object();
    return json.take();
}

}  // namespace ventanilla::webhooks
