// server/webhooks/signature.h
//
// By which a receiver knows that a call comes from here: Standard Webhooks 1.0, symmetric signatures.
// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
#pragma once

#include <string>
#include <string_view>

#include "server/store/webhook.h"

namespace ventanilla::webhooks {

inline constexpr std::chrono::hours kOldSecret{
    24};  // that a secret still signs after its successor was made

std::string new_secret();  // "whsec_" and base64 of 32 random bytes

// The value of "webhook-signature" of a call at that moment: of the secret, and of the one before while it holds.
// Throws std::runtime_error where a secret is none.
std::string signatures(const store::Webhook& webhook, std::string_view id, store::Time at,
                       std::string_view body);

}  // namespace ventanilla::webhooks
