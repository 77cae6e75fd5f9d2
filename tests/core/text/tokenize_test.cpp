#include "core/text/tokenize.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace ventanilla::text;

namespace {

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> found;
    for (const Token& token : tokenize(text)) {
        CHECK(text.substr(token.begin, token.word.size()) == token.word);
        found.emplace_back(token.word);
    }
    return found;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("words are runs of letters and digits") {
    CHECK(words("¿No tengo internet?") == Words{"No", "tengo", "internet"});
    CHECK(words("no-tengo wi-fi") == Words{"no", "tengo", "wi", "fi"});
    CHECK(words("5GHz, 802.11ac") == Words{"5GHz", "802", "11ac"});
    CHECK(words("«Configuración» — año/mes") == Words{"Configuración", "año", "mes"});
    CHECK(words("a_b <b>c</b> 10€ 20°C").size() == 8);
}

TEST_CASE("an apostrophe inside a word stays in it, at its ends it does not") {
    CHECK(words("don't l’any") == Words{"don't", "l’any"});
    CHECK(words("'quoted' users' rock 'n' roll") == Words{"quoted", "users", "rock", "n", "roll"});
    CHECK(words("a''b") == Words{"a", "b"});
    CHECK(words("it'") == Words{"it"});
}

TEST_CASE("marks and soft hyphens do not cut a word") {
    CHECK(words("configuracio\u0301n") == Words{"configuracio\u0301n"});
    CHECK(words("inter\u00ADnet") == Words{"inter\u00ADnet"});
}

TEST_CASE("scripts without spaces give one word a sign") {
    CHECK(words("日本語").size() == 3);
    CHECK(words("路由器reset").size() == 4);
    CHECK(words("Ελληνικά русский العربية") == Words{"Ελληνικά", "русский", "العربية"});
}

TEST_CASE("emoji and punctuation are no words") {
    CHECK(words("😀 … — ★ → ©").empty());
    CHECK(words("").empty());
    CHECK(words("hola😀adiós") == Words{"hola", "adiós"});
}

TEST_CASE("a word of more than 64 characters is cut, and nothing of it lost") {
    const std::string long_word(150, 'x');
    CHECK(words(long_word) ==
          Words{std::string(64, 'x'), std::string(64, 'x'), std::string(22, 'x')});
    std::string accents;
    for (int i = 0; i < 65; ++i) {
        accents += "ñ";
    }
    CHECK(words(accents).size() == 2);
}

TEST_CASE("bytes that are not UTF-8 end a word") {
    CHECK(words("in\xFFter\xC3") == Words{"in", "ter"});
}
