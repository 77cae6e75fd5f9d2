// A log says what happened, and not to whom.
#include "server/log/redact.h"

#include <catch2/catch_test_macros.hpp>

using ventanilla::server::redact;

TEST_CASE("who somebody is and what opens something is struck out of a line") {
    CHECK(redact("550 5.1.1 <ana.lopez+shop@mail.example.org>: unknown") ==
          "550 5.1.1 <[e-mail]>: unknown");
    CHECK(redact("íñigo@correo.españa.example") == "[e-mail]");
    CHECK(redact("to ana@localhost, eva@example.org.") == "to [e-mail], [e-mail]");
    CHECK(redact("card 4111 1111 1111 1111!") == "card [card]!");
    CHECK(redact("4111-1111-1111-1111") == "[card]");
    CHECK(redact("5500005555555559") == "[card]");
    CHECK(redact("378282246310005,") == "[card],");
    CHECK(redact("IBAN ES91 2100 0418 4502 0005 1332 is") == "IBAN [iban] is");
    CHECK(redact("es9121000418450200051332") == "[iban]");
    CHECK(redact("GB82WEST12345698765432") == "[iban]");
    CHECK(redact("DNI 12345678Z, NIE X1234567L") == "DNI [identity], NIE [identity]");
    CHECK(redact("12345678-z") == "[identity]");
    CHECK(redact("Bearer 0f1e2d3c4b5a69788796a5b4c3d2e1f0") == "Bearer [secret]");
    CHECK(redact("key=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-") == "key=[secret]");
    CHECK(redact("key 5f0c2a52-8d1e-4a35-9c0e-2f6f6a0d7c11") == "key [secret]");
    CHECK(redact("eyJhbGciOiJFZERTQSIsImtpZCI6IjEifQ.eyJzdWIiOiJhbmEiLCJleHAiOjE3NjN9") ==
          "[secret].[secret]");
    CHECK(redact("smtp://me:secret@mail.example") == "smtp://me:[e-mail]");
}

TEST_CASE("what stands right behind something struck out is looked at, too") {
    CHECK(redact("4111 1111 1111 1111.ana@example.org") == "[card][e-mail]");
}

TEST_CASE("all else stays as it is") {
    for (const char* line : {
             "Ventanilla listens on http://localhost:8080/",
             "  of request 7KQ2-M9XD-4HTR-B8VK",
             "mail 4711 could not be sent: Timeout was reached; tried again in 32 s",
             "4111 1111 1111 1112",   // a digit is wrong
             "41111111111111111111",  // too long for a card
             "12345678A",             // another letter would be right
             "ES92 2100 0418 4502 0005 1332",
             "2026-11-23T10:00:00.000Z",
             "/var/lib/ventanilla/a-folder-with-a-rather-long-name-of-2026/ventanilla.db",
             "@",
             "a@",
             "@b",
             "",
             "¿Qué?",
         }) {
        CHECK(redact(line) == line);
    }
}

TEST_CASE("a number is struck out as a whole, also where digits follow it that are none of it") {
    CHECK(redact("4111 1111 1111 1111 12") == "[card] 12");
    CHECK(redact("a4111111111111111") == "a4111111111111111");
    CHECK(redact(std::string(100'000, '1')).size() < 2'000);
}
