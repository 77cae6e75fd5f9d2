#include "core/text/inflection.h"

#include <catch2/catch_test_macros.hpp>

using namespace ventanilla::text;

namespace {

bool is_form(std::string_view word, std::string_view listed) {
    return is_inflected(word, listed, "es");
}

}  // namespace

TEST_CASE("a noun is itself in the plural and the singular") {
    CHECK(is_form("ordenadores", "ordenador"));
    CHECK(is_form("claves", "clave"));
    CHECK(is_form("autobuses", "autobus"));
    CHECK(is_form("luces", "luz"));
    CHECK(is_form("auricular", "auriculares"));
}

TEST_CASE("a verb is itself where somebody is addressed or something is done") {
    for (const char* form :
         {"borrar", "borra", "borran", "borrado", "borradas", "borrando", "borrarlo"}) {
        CHECK(is_form(form, "borrar"));
    }
    CHECK(is_form("prendido", "prender"));
    CHECK(is_form("suprime", "suprimir"));
}

TEST_CASE("words that only share a stem are others") {
    CHECK_FALSE(is_form("orden", "ordenador"));
    CHECK_FALSE(is_form("importante", "importe"));
    CHECK_FALSE(is_form("boleto", "boleta"));
    CHECK_FALSE(is_form("prenda", "prender"));
    CHECK_FALSE(is_form("presion", "presionar"));
    CHECK_FALSE(is_form("cheque", "chequear"));
    CHECK_FALSE(is_form("usa", "us"));
}

TEST_CASE("Spanish is known in all its regions, and no other language") {
    CHECK(knows_inflection("es-MX"));
    CHECK_FALSE(knows_inflection("en"));
    CHECK_FALSE(knows_inflection("est"));
}
