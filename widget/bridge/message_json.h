// widget/bridge/message_json.h
//
// Messages as JSON, both ways (docs/screen-protocol.md): what a view reports, and what a node carries.
#pragma once

#include <optional>

#include "core/base/json_fwd.h"
#include "widget/app/message.h"

namespace ventanilla::bridge {

// What a node carries, and a view reports: null for every other message.
base::Json to_json(const app::Message& message);

// Nothing for what is not a message. Answered has no JSON form: its body is bytes.
std::optional<app::Message> message_from_json(const base::Json& json);

}  // namespace ventanilla::bridge
