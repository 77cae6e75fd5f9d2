// core/base/utf8.h
//
// One code point at a time in and out of UTF-8 (RFC 3629). For whole texts: core/text/utf8.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ventanilla::base {

struct CodePoint {
    char32_t value = 0xFFFD;
    std::size_t size = 0;  // in bytes; where they are not UTF-8, of those that could have been
    bool is_valid = false;
};

// Precondition: at < text.size().
CodePoint code_point_at(std::string_view text, std::size_t at);

// Surrogates and values past U+10FFFF become U+FFFD.
void append(std::string& text, char32_t code_point);

}  // namespace ventanilla::base
