#include "core/text/messages.h"

#include <catch2/catch_test_macros.hpp>

#include "core/base/json.h"

using ventanilla::base::Json;
using ventanilla::text::Messages;

namespace {

Messages spanish() {
    return Messages(Json{{"receipt.title", "Hemos recibido tu solicitud"},
                         {"search.none", "No hay resultados para «{query}»."},
                         {"search.count.one", "{count} resultado"},
                         {"search.count.other", "{count} resultados"},
                         {"both", "{a}{b} {a}"},
                         {"braces", "{ {} {a b} }{"},
                         {"wrong", 7}});
}

}  // namespace

TEST_CASE("a text is found by its key, and a missing one shows its key") {
    CHECK(spanish().text("receipt.title") == "Hemos recibido tu solicitud");
    CHECK(spanish().text("no.such.key") == "no.such.key");
    CHECK(spanish().text("wrong") == "wrong");
    CHECK(Messages(Json::array()).text("key") == "key");
}

TEST_CASE("texts that come later stand beside those that are there") {
    Messages messages = spanish();
    messages.add(Json({{"a.first", "Primero"}, {"zz.last", "Último"}, {"no.text", 1}}));
    CHECK(messages.text("a.first") == "Primero");
    CHECK(messages.text("zz.last") == "Último");
    CHECK(messages.text("no.text") == "no.text");
    CHECK(messages.text("receipt.title") == "Hemos recibido tu solicitud");
}

TEST_CASE("values take the place of their names") {
    CHECK(spanish().fill("search.none", {{"query", "wifi"}}) == "No hay resultados para «wifi».");
    CHECK(spanish().fill("both", {{"a", "1"}, {"b", "2"}}) == "12 1");
}

TEST_CASE("a value that looks like a name is not filled in again") {
    CHECK(spanish().fill("both", {{"a", "{b}"}, {"b", "{a}"}}) == "{b}{a} {b}");
    CHECK(spanish().fill("search.none", {{"query", "{query}"}}) ==
          "No hay resultados para «{query}».");
}

TEST_CASE("braces that name nothing known stay") {
    CHECK(spanish().fill("search.none", {}) == "No hay resultados para «{query}».");
    CHECK(spanish().fill("braces", {{"a", "x"}, {"", "y"}}) == "{ {} {a b} }{");
}

TEST_CASE("one is singular, everything else plural") {
    CHECK(spanish().count("search.count", 1) == "1 resultado");
    CHECK(spanish().count("search.count", 0) == "0 resultados");
    CHECK(spanish().count("search.count", 3) == "3 resultados");
    CHECK(spanish().count("search.count", -2147483647 - 1) == "-2147483648 resultados");
}
