#include "core/text/utf8.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace ventanilla::text;

namespace {

std::vector<char32_t> all(std::string_view text) {
    std::vector<char32_t> code_points;
    for (std::size_t at = 0; at < text.size();) {
        code_points.push_back(decode(text, at));
    }
    return code_points;
}

}  // namespace

TEST_CASE("every code point survives being written and read") {
    for (char32_t c = 0; c <= 0x10FFFF; c = c == 0xD7FF ? 0xE000 : c + 1) {
        std::string text;
        append(text, c);
        std::size_t at = 0;
        const char32_t read = decode(text, at);
        if (read != c || at != text.size() || !is_valid_utf8(text)) {
            FAIL("code point " << static_cast<unsigned>(c));
        }
    }
}

TEST_CASE("overlong forms, surrogates, values past the end and cut sequences are not UTF-8") {
    CHECK(first_invalid_utf8("ab\xC0\xAF") == 2);
    CHECK(first_invalid_utf8("\xE0\x80\xAF") == 0);
    CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);
    CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);
    CHECK(first_invalid_utf8("\xF0\x8F\xBF\xBF") == 0);
    CHECK(first_invalid_utf8("\xFF") == 0);
    CHECK(first_invalid_utf8("a\x80") == 1);
    CHECK(first_invalid_utf8("a\xE2\x82") == 1);
    CHECK_FALSE(first_invalid_utf8("¿Qué? 😀 \xF4\x8F\xBF\xBF"));
}

TEST_CASE("bytes that are not UTF-8 are read as U+FFFD, one at a time") {
    CHECK(all("a\xE2\x82z") == std::vector<char32_t>{U'a', 0xFFFD, 0xFFFD, U'z'});
    CHECK(all("\xF0\x9F\x98") == std::vector<char32_t>{0xFFFD, 0xFFFD, 0xFFFD});
}

TEST_CASE("a value that is no character is written as U+FFFD") {
    std::string text;
    append(text, 0xD800);
    append(text, 0x110000);
    CHECK(text == "\uFFFD\uFFFD");
}

TEST_CASE("limits count characters, not bytes") {
    CHECK(count_characters("") == 0);
    CHECK(count_characters("año") == 3);
    CHECK(count_characters("😀!") == 2);
}
