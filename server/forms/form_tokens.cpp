#include "server/forms/form_tokens.h"

#include <algorithm>
#include <charconv>

#include "server/crypto/crypto.h"

namespace ventanilla::forms {

std::string FormTokens::make(std::string_view key) const {
    const std::string time = std::to_string(clock_().time_since_epoch().count());
    return time + "." + signature(time, key);
}

bool FormTokens::allows(std::string_view token, std::string_view key) const {
    const auto made = age(token, key);
    return made && *made <= kFormTokenLife;
}

std::optional<std::chrono::milliseconds> FormTokens::age(std::string_view token,
                                                         std::string_view key) const {
    const std::size_t dot = std::min(token.find('.'), token.size());
    const std::string_view time = token.substr(0, dot);
    token.remove_prefix(std::min(dot + 1, token.size()));
    std::int64_t made = 0;
    const auto [end, error] = std::from_chars(time.data(), time.data() + time.size(), made);
    if (!server::are_equal_secrets(signature(time, key), token) || error != std::errc() ||
        end != time.data() + time.size()) {
        return std::nullopt;
    }
    return clock_() - store::Time(std::chrono::milliseconds(made));
}

std::string FormTokens::signature(std::string_view time, std::string_view key) const {
    return server::hmac_sha256_hex(secret_, "form\n" + std::string(time) + "\n" + std::string(key));
}

}  // namespace ventanilla::forms
