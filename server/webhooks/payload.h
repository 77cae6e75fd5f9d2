// server/webhooks/payload.h
//
// What a call says: that something happened to a request, and no word of what somebody wrote. Who wants to know more asks the
// API with a key: docs/api.md.
#pragma once

#include <optional>
#include <string>

#include "server/store/store.h"

namespace ventanilla::webhooks {

// One a call, the same at every attempt: receivers know a repetition by it.
std::string id_of(const store::Call& call);

// JSON. Nothing: what it would tell of was erased meanwhile. Throws what the reader throws.
std::optional<std::string> payload(const store::Call& call, store::Reader& reader);

}  // namespace ventanilla::webhooks
