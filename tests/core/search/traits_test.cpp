// What the root says about entries, byte by byte: it reads as it was written, and what is broken is refused.
#include <catch2/catch_test_macros.hpp>

#include "core/search/building/likeness.h"
#include "core/search/format/traits.h"
#include "core/search/terms/word_sets.h"

using namespace ventanilla::search;

namespace {

std::vector<EntryId> entries_of(const EntryList& list) {
    std::vector<EntryId> entries;
    list.for_each([&](EntryId entry) { entries.push_back(entry); });
    return entries;
}

TraitTables sample_tables() {
    TraitTables tables;
    tables.facets["category"] = {{"Conexión", {0, 1, 4}}, {"Facturas", {2, 300}}};
    tables.facets["product"] = {{"fibra", {299}}};
    tables.pins = {{"entrar", {3}}, {"factura pagar", {2, 4}}};
    tables.priors.assign(301, 7);
    tables.priors[300] = 15;
    tables.priors[1] = 0;
    tables.alike = {{0, 299}, {5, 6, 7}};
    return tables;
}

}  // namespace

TEST_CASE("traits are read as they were written") {
    const std::string bytes = Traits::write(sample_tables());
    const auto traits = Traits::open(bytes, 301);
    REQUIRE(traits);
    REQUIRE(traits->facets().size() == 2);
    CHECK(traits->facets()[0].name == "category");
    REQUIRE(traits->facets()[0].values.size() == 2);
    CHECK(traits->facets()[0].values[1].text == "Facturas");
    CHECK(entries_of(traits->facets()[0].values[1].entries) == std::vector<EntryId>{2, 300});
    CHECK(traits->facets()[1].name == "product");
    REQUIRE(traits->find_pin("factura pagar") != nullptr);
    CHECK(entries_of(traits->find_pin("factura pagar")->entries) == std::vector<EntryId>{2, 4});
    CHECK(traits->find_pin("factura") == nullptr);
    CHECK(traits->find_pin("zzz") == nullptr);
    CHECK(traits->prior_of(0) == 7);
    CHECK(traits->prior_of(1) == 0);
    CHECK(traits->prior_of(299) == 7);
    CHECK(traits->prior_of(300) == 15);
    REQUIRE(traits->alike().size() == 2);
    CHECK(entries_of(traits->alike()[1]) == std::vector<EntryId>{5, 6, 7});
}

TEST_CASE("an index without traits pays nothing for them") {
    TraitTables tables;
    tables.priors.assign(1000, 8);
    CHECK(Traits::write(tables).empty());
    const auto traits = Traits::open("", 1000);
    REQUIRE(traits);
    CHECK(traits->facets().empty());
    CHECK(traits->prior_of(999) == 0);
    CHECK_FALSE(traits->has_pins());
}

TEST_CASE("traits that are cut, go on, or lead outside are refused") {
    const std::string bytes = Traits::write(sample_tables());
    for (std::size_t size = 1; size < bytes.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(Traits::open(std::string_view(bytes).substr(0, size), 301));
    }
    CHECK_FALSE(Traits::open(bytes + '\0', 301));
    CHECK_FALSE(Traits::open(bytes, 300));
    CHECK_FALSE(Traits::open(bytes, 303));
    const auto opens = [](void (*change)(TraitTables&)) {
        TraitTables tables = sample_tables();
        change(tables);
        return Traits::open(Traits::write(tables), 301).has_value();
    };
    CHECK(opens([](TraitTables&) {}));
    CHECK_FALSE(opens([](TraitTables& tables) { tables.facets["category"]["A\nB"] = {1}; }));
    CHECK_FALSE(opens([](TraitTables& tables) { tables.facets["category"]["\xFF"] = {1}; }));
    CHECK_FALSE(opens([](TraitTables& tables) { tables.facets["category"][""] = {1}; }));
    CHECK_FALSE(opens([](TraitTables& tables) { tables.facets["category"]["A"] = {}; }));
    CHECK_FALSE(opens([](TraitTables& tables) { tables.facets["empty"]; }));
    CHECK_FALSE(opens([](TraitTables& tables) { tables.pins["entrar"] = {301}; }));
    CHECK_FALSE(opens([](TraitTables& tables) { tables.priors[300] = 16; }));
    CHECK_FALSE(opens([](TraitTables& tables) {
        tables.priors.pop_back();
        tables.priors.pop_back();
    }));
    CHECK_FALSE(opens([](TraitTables& tables) { tables.alike = {{4}}; }));
    CHECK_FALSE(opens([](TraitTables& tables) {
        for (char name = 'a'; name <= 'z'; ++name) {
            tables.facets[std::string(1, name)]["x"] = {0};
        }
    }));
}

TEST_CASE("traits that promise more than their bytes can hold reserve nothing for it") {
    for (const std::string_view bytes :
         {std::string_view("\x00\xFF\xFF\xFF\xFF\x0F", 6), std::string_view("\xFF\xFF\xFF\xFF\x0F"),
          std::string_view("\x00\x00\x00\xFF\xFF\xFF\xFF\x0F", 8)}) {
        CHECK_FALSE(Traits::open(bytes, 10));
    }
}

TEST_CASE("a word set says which words a text has, in whatever form and order") {
    WordSets sets("es");
    CHECK(sets.of("¿No puedo entrar?") == sets.of("entrar"));
    CHECK(sets.of("facturas y pagos") == sets.of("Pago de la factura"));
    CHECK(sets.of("factura factura") == sets.of("factura"));
    CHECK(sets.of("factura") != sets.of("factura pago"));
    CHECK(sets.of("5 GHz") != sets.of("2 GHz"));
    CHECK(sets.bare("contraseña de sesión") == sets.bare("contrasena sesion"));
    CHECK(sets.of("año") != sets.of("ano"));
    SECTION("of words that say nothing all are kept, so that they can be told apart") {
        CHECK(sets.of("qué hacer") != sets.of("cómo estar"));
        CHECK_FALSE(sets.of("qué hacer").empty());
    }
    CHECK(sets.of("¿? ...").empty());
}

namespace {

Sketch sketch_of(std::string_view text) {
    Sketcher sketcher;
    sketcher.add(text);
    return std::move(sketcher).finish();
}

// Words that are all different.
std::string words(int first, int last) {
    std::string text;
    for (int i = first; i < last; ++i) {
        text += "word" + std::to_string(i) + ' ';
    }
    return text;
}

}  // namespace

TEST_CASE("likeness is the share of shingles that two texts have in common") {
    const Sketch whole = sketch_of(words(0, 2000));
    CHECK(likeness_of(whole, whole) == 256);
    CHECK(likeness_of(whole, sketch_of(words(3000, 5000))) == 0);
    // 1800 of 2000 shingles, and 1000 of 3000.
    CHECK(likeness_of(whole, sketch_of(words(0, 1800))) > 200);
    CHECK(likeness_of(whole, sketch_of(words(0, 1800))) < 256);
    CHECK(likeness_of(whole, sketch_of(words(1000, 3000))) < 128);
    SECTION("capitals and signs make no difference") {
        CHECK(likeness_of(sketch_of("One, two, three: four five six seven eight nine ten eleven."),
                          sketch_of("one two THREE four five six seven eight nine ten eleven")) ==
              256);
    }
    SECTION("exact where texts are short") {
        // 9 shingles each, 8 of them shared.
        CHECK(likeness_of(sketch_of(words(0, 12)), sketch_of(words(1, 13))) == 8 * 256 / 10);
    }
    SECTION("too few words say nothing") {
        CHECK(sketch_of(words(0, 5)).empty());
    }
}
