// core/text/utf8.h
//
// UTF-8 (RFC 3629) in and out of code points.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/utf8.h"

namespace ventanilla::text {

// The byte offset of the first byte that is not UTF-8 (overlong forms, surrogates and values past U+10FFFF are
// not); nothing if all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);
inline bool is_valid_utf8(std::string_view text) {
    return !first_invalid_utf8(text);
}

// Some editors begin files with it.
inline std::string_view without_byte_order_mark(std::string_view text) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

// The code point at `at`, which moves past it. Bytes that are not UTF-8 give U+FFFD, one byte at a time.
// Precondition: at < text.size().
char32_t decode(std::string_view text, std::size_t& at);

using base::append;

// Code points, which is what limits on a customer's text count.
std::size_t count_characters(std::string_view text);

}  // namespace ventanilla::text
