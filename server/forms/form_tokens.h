// server/forms/form_tokens.h
//
// What a request for help is sent with: signed here, a short time ago, for one idempotency key and no other. A key is spent by the
// ticket that is stored under it, and so is its token; nothing of tokens is kept. docs/decisions/0034-form-tokens.md
//
//   FormTokens forms(secret);
//   std::string token = forms.make("5f0c2a52-8d1e-4a35-9c0e-2f6f6a0d7c11");   // "1795298414123.9f86d0..."
//   if (forms.allows(token, key)) ...
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "server/store/ticket.h"
#include "server/time/timestamps.h"

namespace ventanilla::forms {

// Longer than files take to arrive that are sent along.
inline constexpr std::chrono::hours kFormTokenLife{1};

// Safe from every thread.
class FormTokens {
public:
    // `secret`: the site's, the same in all its processes.
    explicit FormTokens(std::string secret, std::function<store::Time()> clock = server::now)
        : secret_(std::move(secret)), clock_(std::move(clock)) {}

    [[nodiscard]] std::string make(std::string_view key) const;
    [[nodiscard]] bool allows(std::string_view token, std::string_view key) const;
    // How long ago it was made for this key, however long that is; nothing: it was not made here.
    [[nodiscard]] std::optional<std::chrono::milliseconds> age(std::string_view token,
                                                               std::string_view key) const;

private:
    [[nodiscard]] std::string signature(std::string_view time, std::string_view key) const;

    std::string secret_;
    std::function<store::Time()> clock_;
};

}  // namespace ventanilla::forms
