#include "core/text/utf8.h"

namespace ventanilla::text {

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        if (!point.is_valid) {
            return at;
        }
        at += point.size;
    }
    return std::nullopt;
}

char32_t decode(std::string_view text, std::size_t& at) {
    const base::CodePoint point = base::code_point_at(text, at);
    at += point.is_valid ? point.size : 1;
    return point.value;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        decode(text, at);
    }
    return count;
}

}  // namespace ventanilla::text
