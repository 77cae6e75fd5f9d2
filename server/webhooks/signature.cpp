#include "server/webhooks/signature.h"

#include <stdexcept>

#include "server/crypto/crypto.h"

namespace ventanilla::webhooks {
namespace {

constexpr std::string_view kPrefix = "whsec_";

std::string signature(std::string_view secret, const std::string& signed_text) {
    const auto key = secret.starts_with(kPrefix)
                         ? server::from_base64(secret.substr(kPrefix.size()))
                         : std::nullopt;
    if (!key) {
        throw std::runtime_error("the secret of a webhook is not one: rotate it");
    }
    return "v1," + server::base64(server::hmac_sha256(*key, signed_text));
}

}  // namespace

std::string new_secret() {
    std::string bytes;
    for (int i = 0; i < 2; ++i) {
        for (const std::uint8_t byte : server::random_bytes()) {
            bytes += static_cast<char>(byte);
        }
    }
    return std::string(kPrefix) + server::base64(bytes);
}

std::string signatures(const store::Webhook& webhook, std::string_view id, store::Time at,
                       std::string_view body) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    const std::string signed_text =
        std::string(id) + "." + std::to_string(seconds) + "." + std::string(body);
    std::string all = signature(webhook.secret, signed_text);
    if (!webhook.old_secret.empty() && at < webhook.old_until) {
        all += " " + signature(webhook.old_secret, signed_text);
    }
    return all;
}

}  // namespace ventanilla::webhooks
