#include "core/text/stem.h"

#include <catch2/catch_test_macros.hpp>

using ventanilla::text::Stemmer;

TEST_CASE("Spanish words find their plurals, genders and verb forms") {
    Stemmer spanish("es");
    CHECK(spanish.stem("facturas") == spanish.stem("factura"));
    CHECK(spanish.stem("configuración") == spanish.stem("configuraciones"));
    CHECK(spanish.stem("conectado") == spanish.stem("conectar"));
    CHECK(spanish.stem("rápida") == spanish.stem("rápidos"));
}

TEST_CASE("stems are those of Snowball's vocabulary") {
    Stemmer spanish("es");
    CHECK(spanish.stem("chicharrones") == "chicharron");
    CHECK(spanish.stem("torneado") == "torn");
    CHECK(spanish.stem("cheques") == "chequ");
    Stemmer english("en");
    CHECK(english.stem("consignment") == "consign");
    CHECK(english.stem("knightly") == "knight");
    CHECK(english.stem("categories") == "categori");
    CHECK(english.stem("user's") == "user");
}

TEST_CASE("the region of a language does not matter") {
    CHECK(Stemmer("es-MX").stem("facturas") == Stemmer("es").stem("facturas"));
    CHECK(Stemmer("en_GB").stem("bills") == "bill");
}

TEST_CASE("a language without a stemmer gives words back as they are") {
    CHECK(Stemmer("eu").stem("fakturak") == "fakturak");
    CHECK(Stemmer("").stem("facturas") == "facturas");
    CHECK(Stemmer("espresso").stem("facturas") == "facturas");
}

TEST_CASE("a stemmer takes any bytes") {
    Stemmer spanish("es");
    CHECK(spanish.stem("").empty());
    spanish.stem("\xFF\xC3");
    CHECK(spanish.stem("facturas") == "factur");
    Stemmer moved = std::move(spanish);
    CHECK(moved.stem("facturas") == "factur");
}
