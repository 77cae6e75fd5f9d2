#include "core/ticket/attachment.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace ventanilla::ticket;

TEST_CASE("a file keeps its name where every folder can hold it") {
    const std::string_view fine =
        GENERATE("captura.png", "año 2026 (1).PDF", ".htaccess", "...", "a");
    CHECK(is_file_name(fine));
}

TEST_CASE("a name that leads elsewhere, or that no folder can hold, is none") {
    const std::string_view bad =
        GENERATE("", ".", "..", "../passwd", "C:\\boot.ini", "a\nb", "a\x7f", "\xff.png");
    CHECK_FALSE(is_file_name(bad));
    CHECK_FALSE(is_file_name(std::string_view("a\0b", 3)));
    CHECK(is_file_name(std::string(kMaxFileNameBytes, 'a')));
    CHECK_FALSE(is_file_name(std::string(kMaxFileNameBytes + 1, 'a')));
}

TEST_CASE("an upload is named by 32 lower-case hexadecimal digits and by nothing else") {
    CHECK(is_upload_id("00112233445566778899aabbccddeeff"));
    CHECK_FALSE(is_upload_id("00112233445566778899AABBCCDDEEFF"));
    CHECK_FALSE(is_upload_id("00112233445566778899aabbccddeef"));
    CHECK_FALSE(is_upload_id("00112233445566778899aabbccddeeff0"));
    CHECK_FALSE(is_upload_id("../112233445566778899aabbccddeeff"));
}
