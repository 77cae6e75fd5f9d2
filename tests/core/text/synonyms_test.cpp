#include "core/text/synonyms.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace ventanilla::text;

namespace {

using Words = std::vector<std::string>;

Words others(const std::string& list, const std::string& text) {
    return Synonyms::read("synonyms/es.txt", list, "es").value().other_words(text);
}

Words faults(const std::string& list) {
    Words lines;
    const auto read = Synonyms::read("synonyms/es.txt", list, "es");
    if (!read) {
        for (const auto& problem : read.error()) {
            lines.push_back(std::to_string(problem.place.line) + " " + problem.rule);
        }
    }
    return lines;
}

}  // namespace

TEST_CASE("a text is also found by the other words of a family that it names") {
    const std::string list = "# Aparatos\nordenador, computadora, pc\n\nmóvil, celular\n";
    CHECK(others(list, "Conecta tus ordenadores al wifi") == Words{"computadora", "pc"});
    CHECK(others(list, "Tu MOVIL") == Words{"celular"});
    CHECK(others(list, "El router").empty());
}

TEST_CASE("an arrow works in one direction") {
    CHECK(others("no jala, no sirve => no funciona", "El mando no funciona") ==
          Words{"no jala", "no sirve"});
    CHECK(others("no jala => no funciona", "No jala").empty());
}

TEST_CASE("a phrase is found as whole words") {
    CHECK(others("tele, tv", "Telefonía fija").empty());
    CHECK(others("caja de tv, deco", "La caja de la TV").empty());
}

TEST_CASE("lines that say nothing are named") {
    CHECK(faults("a, b\nsola\nx, , y\n=> b\na =>\n¿?, c") ==
          Words{"2 synonyms-line", "3 synonyms-line", "4 synonyms-line", "5 synonyms-line",
                "6 synonyms-line"});
    std::string many = "a";
    for (std::size_t i = 0; i < kMaxSynonymsInLine; ++i) {
        many += ", b" + std::to_string(i);
    }
    CHECK(faults(many) == Words{"1 synonyms-size"});
}

TEST_CASE("a list for every site is compared closely: a stem in common is not enough") {
    const std::string list = "ordenador, computadora\nimporte, monto\nborrar, eliminar\n";
    const auto closely = [&](const std::string& text) {
        return Synonyms::read("es.txt", list, "es-MX", Comparing::kInflections)
            .value()
            .other_words(text);
    };
    CHECK(closely("Los Ordenadores") == Words{"computadora"});
    CHECK(closely("Tu orden").empty());
    CHECK(closely("Lo más importante").empty());
    CHECK(closely("Borra tu cuenta") == Words{"eliminar"});
}

TEST_CASE("the stronger list decides what its words find") {
    const Synonyms own = Synonyms::read("own.txt", "cuenta, plata", "es").value();
    const Synonyms pack =
        Synonyms::read("es.txt", "plata => dinero\nefectivo, cash, plata", "es").value();
    CHECK(pack.other_words("Dinero en efectivo") == Words{"plata", "cash", "plata"});
    CHECK(pack.without(own).other_words("Dinero en efectivo") == Words{"cash"});
    CHECK(pack.without({}).other_words("Dinero") == Words{"plata"});
}
