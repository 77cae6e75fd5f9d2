#include "cli/printable.h"

#include "core/text/utf8.h"

namespace ventanilla::cli {
namespace {

// C0 and C1 controls, and the marks that turn the direction of writing around.
bool is_treacherous(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string printable(std::string_view text, bool lines) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::decode(text, at);
        if (lines && c == '\r' && at < text.size() && text[at] == '\n') {
            continue;  // forms send both
        }
        if (lines && c == '\n') {
            clean += '\n';
        } else {
            text::append(clean, is_treacherous(c) ? U'\uFFFD' : c);
        }
    }
    return clean;
}

}  // namespace ventanilla::cli
