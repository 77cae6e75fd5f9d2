// Filters, counts, pins, priors and entries that say the same, as a customer meets them.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "tests/core/search/sample_index.h"

using namespace ventanilla::search;

namespace {

using Values = std::vector<std::string_view>;

Entry article(std::string id, std::string title, std::string text, std::vector<Facet> facets = {}) {
    return {.id = std::move(id),
            .url = "",
            .title = std::move(title),
            .summary = "",
            .tags = {},
            .sections = {{"", "", std::move(text)}},
            .facets = std::move(facets)};
}

Index shop() {
    return open_whole(build_shards(
        "es", {article("a1", "Cambiar el router", "Pide otro router.",
                       {{"category", {"Conexión"}}, {"audience", {"hogar", "empresa"}}}),
               article("a2", "Luces del router", "Mira el router.",
                       {{"category", {"Conexión"}}, {"audience", {"hogar"}}}),
               article("a3", "Pagar el router", "La factura del router.",
                       {{"category", {"Facturas"}}, {"audience", {"empresa"}}}),
               article("a4", "Pagar una factura", "Con tarjeta.", {{"category", {"Facturas"}}}),
               article("a5", "Router prestado", "Se devuelve.")}));
}

// "value=entries" of a facet.
std::vector<std::string> counts(const Answer& answer, std::string_view facet) {
    std::vector<std::string> found;
    for (const FacetCount& count : answer.counts) {
        if (count.facet == facet) {
            found.push_back(count.value + "=" + std::to_string(count.entries));
        }
    }
    return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a filter leaves the entries that have one of its values") {
    const Index index = shop();
    const auto filtered = [&](std::vector<Filter> filters) {
        auto found = ids(search(index, {.text = "router ", .filters = std::move(filters)}));
        std::sort(found.begin(), found.end());
        return found;
    };
    CHECK(filtered({}) == Texts{"a1", "a2", "a3", "a5"});
    CHECK(filtered({{"category", {"Conexión"}}}) == Texts{"a1", "a2"});
    CHECK(filtered({{"category", {"Conexión", "Facturas"}}}) == Texts{"a1", "a2", "a3"});
    CHECK(filtered({{"category", {"Conexión"}}, {"category", {"Facturas"}}}) ==
          Texts{"a1", "a2", "a3"});
    CHECK(filtered({{"category", {"Conexión"}}, {"audience", {"empresa"}}}) == Texts{"a1"});
    SECTION("typed without capitals and accents, too") {
        CHECK(filtered({{"category", {"conexion"}}}) == Texts{"a1", "a2"});
    }
    SECTION("and none where nothing has the value or the facet") {
        CHECK(filtered({{"category", {"Averías"}}}).empty());
        CHECK(filtered({{"category", {}}}).empty());
        CHECK(filtered({{"colour", {"red"}}}).empty());
    }
}

TEST_CASE("an answer says how many entries match, however few hits are asked for") {
    const Index index = shop();
    CHECK(search(index, {.text = "router ", .limit = 1}).total == 4);
    CHECK(search(index, {.text = "router ", .limit = 1, .filters = {{"audience", {"hogar"}}}})
              .total == 2);
    CHECK(search(index, {.text = "zapato "}).total == 0);
    CHECK_FALSE(search(index, {.text = "router "}).at_least);
}

TEST_CASE("counts say what each choice would leave, and a choice does not hide the others") {
    const Index index = shop();
    const Answer all = search(index, {.text = "router ", .counts = true});
    CHECK(counts(all, "category") == Texts{"Conexión=2", "Facturas=1"});
    CHECK(counts(all, "audience") == Texts{"empresa=2", "hogar=2"});
    const Answer chosen =
        search(index, {.text = "router ", .filters = {{"category", {"Conexión"}}}, .counts = true});
    CHECK(counts(chosen, "category") == Texts{"Conexión=2", "Facturas=1"});
    CHECK(counts(chosen, "audience") == Texts{"empresa=1", "hogar=2"});
    CHECK(chosen.total == 2);
    SECTION("each count is what the filter then finds") {
        for (const FacetCount& count : chosen.counts) {
            std::vector<Filter> filters = {{count.facet, {count.value}}};
            if (count.facet != "category") {
                filters.push_back({"category", {"Conexión"}});
            }
            CAPTURE(count.value);
            CHECK(search(index, {.text = "router ", .filters = filters}).total == count.entries);
        }
    }
    CHECK(search(index, {.text = "router "}).counts.empty());
}

TEST_CASE("where nothing is typed the categories are a way in") {
    const Index index = shop();
    const Answer start = search(index, {.text = " ", .counts = true});
    CHECK(start.hits.empty());
    CHECK(counts(start, "category") == Texts{"Conexión=2", "Facturas=2"});
    const Answer category = search(index, {.text = "", .filters = {{"category", {"Facturas"}}}});
    CHECK(ids(category) == Texts{"a3", "a4"});
    CHECK(shown(category.hits[0].title) == "Pagar el router");
    CHECK(category.total == 2);
}

TEST_CASE("values that differ in capitals and accents alone are one") {
    const Index index = open_whole(
        build_shards("es", {article("a", "Uno", "", {{"category", {"Conexión"}}}),
                            article("b", "Dos", "", {{"category", {"conexion", "CONEXIÓN"}}})}));
    CHECK(counts(search(index, {.text = "", .counts = true}), "category") == Texts{"Conexión=2"});
}

namespace {

Index pinned() {
    auto entries = sample_entries();
    entries[3].pins = {"no puedo entrar", "configuración de la señal"};
    entries[5].pins = {"No puedo entrar"};
    return open_whole(build_shards("es", entries));
}

}  // namespace

TEST_CASE("pinned entries stand first for their query, in the order of their ids, and say so") {
    const Index index = pinned();
    const Answer answer = search(index, {.text = "entrar en el router"});
    CHECK_FALSE(answer.hits.at(0).pinned);
    const Answer pins = search(index, {.text = "no puedo entrar"});
    REQUIRE(pins.hits.size() >= 3);
    CHECK(pins.hits[0].id == "averia");
    CHECK(pins.hits[1].id == "contrasena-wifi");
    CHECK(pins.hits[0].pinned);
    CHECK_FALSE(pins.hits[2].pinned);
    CHECK(shown(pins.hits[0].title) == "Comunicar una avería");
    CHECK(shown(pins.hits[0].excerpt) == "Un técnico te llama en el mismo día.");
    CHECK(pins.hits[0].score > pins.hits[1].score);
    CHECK(pins.hits[1].score > pins.hits[2].score);
}

TEST_CASE("a pin holds however its words are put") {
    const Index index = pinned();
    for (const std::string_view text :
         {"Señal, configuración", "configuracion senal", "la configuracion de mi señal",
          "¿CONFIGURACIONES de señales?"}) {
        CAPTURE(text);
        const Answer answer = search(index, {.text = text});
        REQUIRE_FALSE(answer.hits.empty());
        CHECK(answer.hits[0].id == "contrasena-wifi");
        CHECK(answer.hits[0].pinned);
    }
    SECTION("but not with other words beside them, or without one of them") {
        for (const std::string_view text : {"configuración", "configuración de la señal roja"}) {
            CAPTURE(text);
            const Answer answer = search(index, {.text = text});
            CHECK(std::none_of(answer.hits.begin(), answer.hits.end(),
                               [](const Hit& hit) { return hit.pinned; }));
        }
    }
}

TEST_CASE("a pinned entry does not pass a filter that leaves it out") {
    std::vector<Entry> entries = {article("a", "Uno", "router", {{"product", {"fibra"}}}),
                                  article("b", "Dos", "router", {{"product", {"móvil"}}})};
    entries[0].pins = {"router"};
    const Index index = open_whole(build_shards("es", entries));
    CHECK(ids(search(index, {.text = "router", .filters = {{"product", {"móvil"}}}})) ==
          Texts{"b"});
}

TEST_CASE("of entries that match alike the newer and the better liked stand first") {
    std::vector<Entry> entries = {article("a", "Router", "Uno."), article("b", "Router", "Dos."),
                                  article("c", "Router", "Tres.")};
    SECTION("by date, compared with the newest entry") {
        entries[0].updated = "2019-02-03";
        entries[1].updated = "2020-02-29";
        entries[2].updated = "2020-03-20";
        CHECK(ids(open_whole(build_shards("es", entries)), "router ") == Texts{"b", "c", "a"});
    }
    SECTION("by votes, of which few say little") {
        entries[0].votes = {.yes = 2, .no = 0};
        entries[1].votes = {.yes = 3, .no = 40};
        entries[2].votes = {.yes = 50, .no = 3};
        CHECK(ids(open_whole(build_shards("es", entries)), "router ") == Texts{"c", "a", "b"});
    }
}

TEST_CASE("no date and no votes lift an entry above one that matches clearly better") {
    auto entries = sample_entries();
    const Index plain = open_whole(build_shards("es", entries));
    for (Entry& entry : entries) {
        const bool is_worst = entry.id == "sin-internet";
        entry.updated = is_worst ? "2015-01-01" : "2026-01-01";
        entry.votes = {.yes = is_worst ? 0U : 900U, .no = is_worst ? 900U : 0U};
    }
    const Index liked = open_whole(build_shards("es", entries));
    for (const std::string_view text :
         {"luces del router", "reinicia el router", "no funciona la conexión"}) {
        CAPTURE(text);
        const Answer before = search(plain, {.text = text});
        const Answer after = search(liked, {.text = text});
        REQUIRE(before.hits.at(0).id == "sin-internet");
        CHECK(after.hits.at(0).id == "sin-internet");
        CHECK(after.hits.size() == before.hits.size());
    }
}

namespace {

const std::string kSteps =
    "Abre la tapa, saca la tarjeta con cuidado, límpiala con un paño seco y ponla otra vez en su "
    "sitio. Después enciende el equipo, espera dos minutos y comprueba que la luz es verde. Si "
    "sigue roja, repite los pasos una vez más o escríbenos con el número de serie.";

}  // namespace

TEST_CASE(
    "of entries that say nearly the same the best one stands in the answer and counts the others") {
    const Index index =
        open_whole(build_shards("es", {article("a", "Limpiar la tarjeta", kSteps),
                                       article("b", "Limpiar la tarjeta", kSteps + " Gracias."),
                                       article("c", "¿Cómo limpiar una tarjeta?", kSteps),
                                       article("d", "Tarjeta perdida", "Pide otra tarjeta.")}));
    const Answer answer = search(index, {.text = "limpiar tarjeta"});
    const auto found = ids(answer);
    REQUIRE(found.size() == 2);
    CHECK(answer.hits[0].similar == 2);
    CHECK(found[1] == "d");
    CHECK(answer.hits[1].similar == 0);
    CHECK(answer.total == 4);
}

TEST_CASE("entries that differ in what they are about both stand in the answer") {
    const auto found = [](const std::string& title, const std::string& text) {
        const Index index = open_whole(build_shards(
            "es", {article("a", "Limpiar la tarjeta", kSteps), article("b", title, text)}));
        return ids(search(index, {.text = "tarjeta"})).size();
    };
    CHECK(found("Limpiar la tarjeta", kSteps) == 1);
    CHECK(found("Limpiar la tarjeta Pro", kSteps) == 2);
    CHECK(found("Limpiar la tarjeta 2", kSteps) == 2);
    CHECK(found("Limpiar la tarjeta", "Pídelo en la tienda y lleva la tarjeta: te la limpian.") ==
          2);
}

TEST_CASE("of entries that say the same the one that passes the filter stands in the answer") {
    const Index index = open_whole(
        build_shards("es", {article("a", "Limpiar la tarjeta", kSteps, {{"product", {"uno"}}}),
                            article("b", "Limpiar la tarjeta", kSteps, {{"product", {"dos"}}})}));
    const Answer answer = search(index, {.text = "tarjeta", .filters = {{"product", {"dos"}}}});
    CHECK(ids(answer) == Texts{"b"});
    CHECK(answer.hits.at(0).similar == 0);
    CHECK(ids(index, "tarjeta") == Texts{"a"});
}
