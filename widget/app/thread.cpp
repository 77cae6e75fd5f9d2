#include "widget/app/thread.h"

#include "core/base/json.h"

namespace ventanilla::app {
namespace {

using base::Json;

std::string text_at(const Json& json, std::string_view key) {
    return std::string(base::string_at(json, key));
}

}  // namespace

std::optional<Thread> read_thread(std::string_view text) {
    const auto parsed = base::parse_json(text);
    if (!parsed) {
        return std::nullopt;
    }
    const Json& json = *parsed;
    const auto status = ticket::status(base::string_at(json, "status"));
    if (!status) {
        return std::nullopt;
    }
    Thread thread{.status = *status,
                  .received = text_at(json, "received_at"),
                  .due = text_at(json, "due_at"),
                  .satisfaction = text_at(json, "satisfaction"),
                  .revision = static_cast<int>(base::integer_at(json, "revision"))};
    for (const auto& [id, value] : base::object_at(json, "fields").members()) {
        if (value.is_text()) {
            thread.fields[id] = value.text();
        }
    }
    for (const Json& event : base::array_at(json, "events")) {
        // One of a kind that a newer server knows is not for this app to tell.
        if (const auto kind = ticket::event_kind(base::string_at(event, "kind"))) {
            thread.happenings.push_back(
                {.number = static_cast<int>(base::integer_at(event, "number")),
                 .at = text_at(event, "at"),
                 .kind = *kind,
                 .is_hers = base::string_at(event, "actor") == name(ticket::Actor::kCustomer),
                 .author = text_at(event, "author"),
                 .text = text_at(event, "text"),
                 .after = text_at(event, "after")});
        }
    }
    for (const Json& file : base::array_at(json, "attachments")) {
        thread.files.push_back({.number = static_cast<int>(base::integer_at(file, "number")),
                                .happening = static_cast<int>(base::integer_at(file, "event")),
                                .name = text_at(file, "name"),
                                .size = base::integer_at(file, "size")});
    }
    return thread;
}

}  // namespace ventanilla::app
