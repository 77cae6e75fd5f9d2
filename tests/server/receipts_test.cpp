#include <catch2/catch_test_macros.hpp>
#include <string>

#include "server/receipts/signed_text.h"
#include "tests/server/backend.h"

using namespace ventanilla;
using namespace ventanilla::test;
using base::Json;

namespace {

constexpr std::string_view kKey = "key";

std::string text_of(const http::Response& response) {
    return *response.body;
}

std::string replaced(std::string text, const std::string& before, const std::string& after) {
    const std::size_t at = text.find(before);
    REQUIRE(at != std::string::npos);
    return text.replace(at, before.size(), after);
}

struct Office : Backend {
    Json sent = body_of(post_ticket());
    std::string code = std::string(base::string_at(sent, "tracking_code"));
    std::string path = "/api/v1/requests/" + code + "/receipt";
    std::string token = std::string(base::string_at(sent, "receipt_token"));

    std::string receipt() { return text_of(send("GET", path, token)); }
    bool is_genuine(const std::string& text) {
        std::string body = "receipt=";
        for (const char c : text) {
            static constexpr std::string_view kDigits = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(c);
            body += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
        }
        const auto page = ask("POST", "/es/comprobar-recibo", {{"Host", "a"}}, body);
        CHECK(page.status == 200);
        return text_of(page).contains("notice success");
    }
};

}  // namespace

TEST_CASE("a signed text is known again, whatever was done to its line ends and blank lines") {
    const std::string text =
        receipts::signed_text(kKey, "Recibo\n\nCódigo: ABCD  \r\nHola\n\n", "Firma:");
    CHECK(text.starts_with("Recibo\n\nCódigo: ABCD\nHola\nFirma: v1,"));
    CHECK(receipts::is_signed(kKey, text));
    std::string elsewhere = "\n \n";
    for (const char c : text) {
        elsewhere += c == '\n' ? " \t\r\n" : std::string(1, c);
    }
    CHECK(receipts::is_signed(kKey, elsewhere + "\n\n"));
    CHECK(receipts::is_signed(kKey, replaced(text, "Firma:", "\nSignature:")));
}

TEST_CASE("a signed text that was changed, and one that never was signed, are not genuine") {
    const std::string text = receipts::signed_text(kKey, "Recibo\n\nCódigo: ABCD\nHola", "Firma:");
    for (const std::string& wrong :
         {replaced(text, "ABCD", "ABCE"), replaced(text, "Hola\n", ""),
          replaced(text, "Código", "  Código"), replaced(text, "\n\n", "\n"),
          replaced(text, "v1,", "v2,"), text.substr(0, text.size() - 2), text + "Y más",
          text.substr(text.find("v1,")), std::string("v1,"), std::string(), std::string("\n \n"),
          std::string("x")}) {
        CAPTURE(wrong);
        CHECK_FALSE(receipts::is_signed(kKey, wrong));
    }
    CHECK_FALSE(receipts::is_signed("other key", text));
}

TEST_CASE("whoever has sent a request gets its receipt with all that was sent, and nobody else") {
    Office office;
    const auto answer = office.send("GET", office.path, office.token);
    REQUIRE(answer.status == 200);
    CHECK(answer.headers.get("Content-Disposition")
              .starts_with("attachment; filename=\"recibo-" + office.code + ".txt\""));
    CHECK(answer.headers.get("Content-Type") == "text/plain; charset=utf-8");
    CHECK(answer.headers.get("X-Content-Type-Options") == "nosniff");
    CHECK(answer.headers.get("Cache-Control") == "no-store");
    const std::string text = text_of(answer);
    CAPTURE(text);
    CHECK(text.starts_with("Faro Fibra: recibo de una solicitud\n\nCódigo de seguimiento: " +
                           office.code + "\nRecibida: 2026-11-23, 00:00 (UTC)\n"));
    CHECK(text.contains("No va el wifi"));

    Office other;
    for (const std::string& wrong :
         {std::string(), other.token, office.token + "0", office.token.substr(1)}) {
        CAPTURE(wrong);
        CHECK(office.send("GET", office.path, wrong).status == 404);
    }
    CHECK(office.send("GET", "/api/v1/requests/AAAA-BBBB-CCCC-DDDD/receipt", office.token).status ==
          404);
}

TEST_CASE("a receipt is checked on a page that says whether it is as it was sent") {
    Office office;
    const std::string receipt = office.receipt();
    CHECK(office.is_genuine(receipt));
    CHECK_FALSE(office.is_genuine(replaced(receipt, "No va el wifi", "No va la tele")));
    CHECK_FALSE(office.is_genuine(""));
    CHECK(office.ask("POST", "/es/comprobar-recibo", {{"Host", "a"}}, "receipt=%FF").status == 400);
    const auto there = office.ask("GET", "/verify", {{"Host", "a"}, {"Accept-Language", "en"}});
    CHECK(there.status == 303);
    CHECK(there.headers.get("Location") == "/es/comprobar-recibo");

    // Also when nobody has the request any more.
    const std::string eraser = office.key("eraser", "tickets:erase");
    CHECK(office.send("DELETE", "/api/v1/tickets/" + office.code, eraser).status == 204);
    CHECK(office.send("GET", office.path, office.token).status == 404);
    CHECK(office.is_genuine(receipt));
}
