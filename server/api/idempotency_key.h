// server/api/idempotency_key.h
//
// The header by which a client says that a request is the same as one before: 16 to 128 visible ASCII characters.
#pragma once

#include <optional>
#include <string>

#include "core/text/messages.h"
#include "server/http/message.h"

namespace ventanilla::api {

// Nothing if there is none, or more than one, or none of that form.
std::optional<std::string> idempotency_key(const http::Headers& headers);

// 400.
http::Response refuse_key(const text::Messages& messages);

}  // namespace ventanilla::api
