#include "server/receipts/signed_text.h"

#include "server/crypto/crypto.h"

namespace ventanilla::receipts {
namespace {

constexpr std::string_view kVersion = "v1,";
constexpr std::string_view kBlank = " \t\r";

std::string_view without_end(std::string_view line) {
    const std::size_t last = line.find_last_not_of(kBlank);
    return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

// Lines without what is lost on the way, each with a line feed; nothing before the first word, nor behind the last.
std::string normalised(std::string_view text) {
    std::string lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = without_end(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (!line.empty() || !lines.empty()) {
            lines.append(line).append("\n");
        }
    }
    while (lines.ends_with("\n\n")) {
        lines.pop_back();
    }
    return lines;
}

std::string signature(std::string_view key, std::string_view lines) {
    return std::string(kVersion) +
           server::base64(server::hmac_sha256(key, "text\n" + std::string(lines)));
}

}  // namespace

std::string signed_text(std::string_view key, std::string_view text, std::string_view label) {
    const std::string lines = normalised(text);
    return lines + std::string(label) + " " + signature(key, lines) + "\n";
}

bool is_signed(std::string_view key, std::string_view text) {
    std::string lines = normalised(text);
    if (lines.empty()) {
        return false;
    }
    lines.pop_back();
    const std::size_t before = lines.rfind('\n');
    const std::string last = lines.substr(before == std::string::npos ? 0 : before + 1);
    lines.resize(before == std::string::npos ? 0 : before + 1);
    return server::are_equal_secrets(signature(key, normalised(lines)),
                                     last.substr(last.rfind(' ') + 1));
}

}  // namespace ventanilla::receipts
