#include "core/text/fold.h"

#include <catch2/catch_test_macros.hpp>

#include "core/text/utf8.h"

using namespace ventanilla::text;

TEST_CASE("words compare without case and accents") {
    CHECK(fold("Configuración") == "configuracion");
    CHECK(fold("PINGÜINO") == "pinguino");
    CHECK(fold("Straße") == "strasse");
    CHECK(fold("ŒUVRE Ærø") == "oeuvre aero");
    CHECK(fold("Łódź Čeština Győr Ștefan") == "lodz cestina gyor stefan");
    CHECK(fold("Việt Nam") == "viet nam");
}

TEST_CASE("ñ is a letter, not an n with an accent") {
    CHECK(fold("AÑO") == "año");
    CHECK(fold("ano") == "ano");
    CHECK(fold("an\u0303o") == "año");
    CHECK(fold("AN\u0303O") == "año");
}

TEST_CASE("a letter with combining marks is the same as the letter in one piece") {
    CHECK(fold("configuracio\u0301n") == fold("configuración"));
    CHECK(lower("CONFIGURACIO\u0301N") == "configuración");
    CHECK(lower("FU\u0308R") == "für");
    CHECK(fold("и\u0306") == fold("й"));
    CHECK(fold("e\u0323\u0302") == "e");
}

TEST_CASE("Greek and Cyrillic fold too, and й stays a letter of its own") {
    CHECK(fold("Ρυθμίσεις") == "ρυθμισεισ");
    CHECK(fold("ΡΥΘΜΊΣΕΙΣ") == "ρυθμισεισ");
    CHECK(fold("Ёлка") == "елка");
    CHECK(fold("МОЙ") == "мой");
    CHECK(lower("ЁЖ") == "ёж");
    CHECK(lower("ΆΈΉΊΌΎΏΪΫ") == "άέήίόύώϊϋ");
}

TEST_CASE("Portuguese words are folded to what a keyboard without their letters types") {
    CHECK(fold("Não") == "nao");
    CHECK(fold("CONEXÕES") == "conexoes");
    CHECK(fold("cobrança") == "cobranca");
    CHECK(fold("você") == "voce");
}

TEST_CASE("lower case keeps the accents that stemmers want") {
    CHECK(lower("CONFIGURACIÓN") == "configuración");
    CHECK(lower("ÀÉÎÕÜÇ ŽŁ ẞ") == "àéîõüç žł ß");
    CHECK(lower("İzmir") == "izmir");
}

TEST_CASE("what has no rule stays, what is not UTF-8 becomes U+FFFD") {
    CHECK(fold("5GHz — 日本 😀") == "5ghz — 日本 😀");
    CHECK(fold("a\xFFz") == "a\uFFFDz");
    CHECK(lower(std::string_view("a\0b", 3)) == std::string_view("a\0b", 3));
    CHECK(fold("wi\u00ADfi") == "wifi");
}

TEST_CASE("folding a second time changes nothing, for every code point") {
    for (char32_t c = 1; c <= 0x1FFFF; c = c == 0xD7FF ? 0xE000 : c + 1) {
        std::string letter;
        append(letter, c);
        const std::string folded = fold(letter);
        if (fold(folded) != folded || lower(lower(letter)) != lower(letter) ||
            fold(lower(letter)) != folded || !is_valid_utf8(folded)) {
            FAIL("code point " << std::hex << static_cast<unsigned>(c));
        }
    }
}
