#include "server/mail/headers.h"

#include <algorithm>

#include "core/text/utf8.h"
#include "server/crypto/crypto.h"
#include "server/time/timestamps.h"

namespace ventanilla::mail {
namespace {

// RFC 2047, section 2: an encoded word has at most 75 characters. "=?UTF-8?B?" and "?=" take 12 of
// them, so that 60 of base64 fit: 45 bytes.
constexpr std::size_t kWordBytes = 45;
constexpr std::size_t kPlainCharacters = 60;

// Valid UTF-8 without control characters.
std::string cleaned(std::string_view text) {
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::decode(text, at);
        const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
        text::append(clean, control ? U' ' : c);
    }
    return clean;
}

bool is_plain(std::string_view text) {
    return text.size() <= kPlainCharacters && text.find("=?") == std::string_view::npos &&
           std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
}

}  // namespace

std::string encoded_text(std::string_view text) {
    std::string clean = cleaned(text);
    if (is_plain(clean)) {
        return clean;
    }
    std::string words;
    for (std::size_t at = 0; at < clean.size();) {
        const std::size_t begin = at;
        while (at < clean.size()) {
            std::size_t next = at;
            text::decode(clean, next);
            if (next - begin > kWordBytes) {
                break;
            }
            at = next;
        }
        words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") +
                 server::base64(std::string_view(clean).substr(begin, at - begin)) + "?=";
    }
    return words;
}

std::optional<std::string> plain_address(std::string_view address) {
    const auto may_stand = [](char c) {
        return c > 0x20 && c < 0x7f &&
               std::string_view("<>()[],;:\\\"").find(c) == std::string_view::npos;
    };
    const auto at = address.find('@');
    if (address.size() > 254 || !std::ranges::all_of(address, may_stand) || at == 0 ||
        at == std::string_view::npos || at + 1 == address.size() || at != address.rfind('@')) {
        return std::nullopt;
    }
    return std::string(address);
}

std::vector<std::string> header_lines(const store::QueuedMail& queued, std::string_view from,
                                      store::Time now) {
    // The same for each attempt, so that a mail system can recognise a second copy.
    const std::string id = queued.tracking_code + "." + std::to_string(queued.id);
    std::vector<std::string> lines = {
        "Date: " + server::mail_date(now),
        "From: <" + std::string(from) + ">",
        "To: <" + queued.mail.to + ">",
        "Subject: " + encoded_text(queued.mail.subject),
        "Message-ID: <" + id + std::string(from.substr(from.find('@'))) + ">",
        "Auto-Submitted: auto-generated",
    };
    if (const auto reply_to = plain_address(queued.mail.reply_to)) {
        lines.push_back("Reply-To: <" + *reply_to + ">");
    }
    return lines;
}

}  // namespace ventanilla::mail
