#include "core/base/utf8.h"

#include <catch2/catch_test_macros.hpp>

using namespace ventanilla::base;

TEST_CASE("of bytes that are not UTF-8 those are counted that could have become a character") {
    const auto good_bytes = [](std::string_view text) {
        const CodePoint point = code_point_at(text, 0);
        CHECK(!point.is_valid);
        CHECK(point.value == 0xFFFD);
        return point.size;
    };
    CHECK(good_bytes("\x80") == 0);
    CHECK(good_bytes("\xC0\xAF") == 0);
    CHECK(good_bytes("\xFF") == 0);
    CHECK(good_bytes("\xC3") == 1);
    CHECK(good_bytes("\xE0\x80\xAF") == 1);
    CHECK(good_bytes("\xED\xA0\x80") == 1);
    CHECK(good_bytes("\xE2\x82z") == 2);
    CHECK(good_bytes("\xF0\x9F\x98") == 3);
    CHECK(good_bytes("\xF4\x90\x80\x80") == 1);
}

TEST_CASE("a code point is found with its bytes, in the middle of a text") {
    const CodePoint point = code_point_at("a😀b", 1);
    CHECK(point.is_valid);
    CHECK(point.value == U'😀');
    CHECK(point.size == 4);
}
