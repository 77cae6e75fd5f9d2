#include "server/files/download.h"

#include <utility>

#include "server/files/content_type.h"

namespace ventanilla::files {
namespace {

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
}

// RFC 6266: the name in ASCII for old programs, and as it is for all others.
std::string disposition(std::string_view name) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string ascii;
    std::string encoded;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_plain(c)) {
            ascii += c;
            encoded += c;
        } else {
            ascii += '_';
            encoded += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
        }
    }
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
}

}  // namespace

http::Response download(const store::Attachment& attachment, std::string bytes) {
    return {.status = 200,
            .headers = {{"Content-Type", harmless_type(attachment.type)},
                        {"Content-Disposition", disposition(attachment.name)},
                        {"X-Content-Type-Options", "nosniff"},
                        {"Content-Security-Policy", "default-src 'none'; sandbox"},
                        {"Cross-Origin-Resource-Policy", "same-origin"},
                        {"Cache-Control", "no-store"}},
            .body = http::make_body(std::move(bytes))};
}

}  // namespace ventanilla::files
