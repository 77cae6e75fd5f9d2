// What the results of a search can be narrowed to.
#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::Node;
using app::NodeKind;
using Names = std::vector<std::string>;
using test::Host;

namespace {

Host visitor(const std::string& saved = {}, const std::string& path = {}) {
    return Host(saved, path, test::sorted_site());
}

// Typed, and sent.
void ask_for(Host& host, const std::string& query) {
    host.type(query);
    host.tell(app::Press{app::Command::kShowResults});
}

// "Fibra 12", with "*" where it is chosen.
Names values_of(Host& host, const std::string& facet) {
    Names values;
    if (const Node* filter = host.find(NodeKind::kFilter, "filter." + facet)) {
        for (const Node& value : filter->children) {
            values.push_back((value.value == "true" ? "*" : "") + value.text);
        }
    }
    return values;
}

std::size_t hit_count(Host& host) {
    const Node* list = host.find(NodeKind::kList, "hits");
    return list == nullptr ? 0 : list->children.size();
}

}  // namespace

TEST_CASE("many hits can be narrowed, by the most frequent values of what they differ in") {
    Host host = visitor();
    ask_for(host, "router");
    CHECK(values_of(host, "category") ==
          Names{"Tema 1 4", "Tema 2 4", "Tema 3 4", "Tema 4 3", "Tema 5 3", "Tema 6 3"});
    CHECK(values_of(host, "product") == Names{"Fibra 12", "Móvil 12"});
    CHECK(host.find(NodeKind::kFilter, "filter.category")->text == "Tema");
    CHECK(host.find(NodeKind::kFilter, "filter.product")->text == "Producto");
    CHECK(host.find(NodeKind::kFilter, "filter.audience") == nullptr);
}

TEST_CASE("while she types, hits are shown and nothing to narrow them by") {
    Host host = visitor();
    host.type("router");
    CHECK(hit_count(host) == 5);
    CHECK(host.find(NodeKind::kFilter) == nullptr);
}

TEST_CASE("few hits are not narrowed") {
    Host host = visitor();
    ask_for(host, "antena");
    REQUIRE(hit_count(host) == 5);
    CHECK(host.find(NodeKind::kFilter) == nullptr);
}

TEST_CASE("a value narrows the hits, aloud and where the focus is, and widens them when it is used "
          "again") {
    Host host = visitor();
    ask_for(host, "router");
    host.focused.clear();
    host.follow("Tema 2 4");
    CHECK(hit_count(host) == 4);
    CHECK(host.announced.back() == "4 resultados, con los filtros elegidos");
    CHECK(host.shows("4 resultados, con los filtros elegidos"));
    CHECK(host.address == "/es/buscar?q=router&category=Tema%202");
    CHECK(values_of(host, "category")[1] == "*Tema 2 4");
    CHECK(host.focused.empty());

    host.follow("Tema 2 4");
    CHECK(hit_count(host) == 20);
    CHECK(host.announced.back() == "20 resultados");
    CHECK(host.address == "/es/buscar?q=router");
    CHECK(host.focused.empty());
}

TEST_CASE("that the same number of hits is narrowed is said, too") {
    Host host = visitor();
    ask_for(host, "router");
    host.follow("Fibra 12");
    REQUIRE(hit_count(host) == 12);
    host.announced.clear();
    host.follow("Móvil 12");
    CHECK(hit_count(host) == 12);
    CHECK(host.announced == Names{"12 resultados, con los filtros elegidos"});
}

TEST_CASE("values of two facets narrow together, and one takes the place of another of its own") {
    Host host = visitor();
    ask_for(host, "router");
    host.follow("Fibra 12");
    CHECK(hit_count(host) == 12);
    CHECK(values_of(host, "category").front() == "Tema 1 2");
    host.follow("Tema 1 2");
    CHECK(hit_count(host) == 2);
    CHECK(values_of(host, "product") == Names{"*Fibra 2", "Móvil 2"});
    host.follow("Móvil 2");
    CHECK(values_of(host, "product") == Names{"Fibra 2", "*Móvil 2"});
    CHECK(host.address == "/es/buscar?q=router&category=Tema%201&product=M%C3%B3vil");
}

TEST_CASE(
    "a value that is chosen stays to be seen where others are more frequent, and nothing is left") {
    Host rare = visitor({}, "/es/buscar?q=router&category=Tema+7");
    CHECK(hit_count(rare) == 3);
    CHECK(values_of(rare, "category").size() == 6);
    CHECK(values_of(rare, "category").back() == "*Tema 7 3");

    Host nothing = visitor({}, "/es/buscar?q=antena&product=M%C3%B3vil");
    CHECK(nothing.shows("No hay nada para «antena» con los filtros elegidos."));
    nothing.follow("Móvil 0");
    CHECK(hit_count(nothing) == 5);
}

TEST_CASE("Back, a link and a reload lead to what was chosen") {
    Host host = visitor();
    ask_for(host, "router");
    host.follow("Móvil 12");
    CHECK(values_of(host, "product") == Names{"Fibra 12", "*Móvil 12"});
    Host reloaded = visitor(host.saved);
    CHECK(reloaded.drawn() == host.drawn());
    Host linked = visitor({}, host.address);
    CHECK(values_of(linked, "product") == Names{"Fibra 12", "*Móvil 12"});
    host.press("Volver");
    CHECK(values_of(host, "product") == Names{"Fibra 12", "Móvil 12"});
    CHECK(hit_count(host) == 20);
}

TEST_CASE("a value that the site does not have narrows nothing, and leaves the address") {
    Host host = visitor({}, "/es/buscar?q=antena&category=Topic&product=Fibra&strange=1");
    CHECK(hit_count(host) == 5);
    CHECK(host.address == "/es/buscar?q=antena&product=Fibra");
    CHECK(values_of(host, "product") == Names{"*Fibra 5"});
}

TEST_CASE("other words are looked for everywhere") {
    Host host = visitor();
    ask_for(host, "router");
    host.follow("Móvil 12");
    ask_for(host, "router 2");
    CHECK(host.address == "/es/buscar?q=router%202");
    CHECK(values_of(host, "product").front().starts_with("Fibra"));
    CHECK_FALSE(host.shows("con los filtros elegidos"));
}

TEST_CASE("values keep their places when counts change, so that the focus is never moved") {
    Host host = visitor();
    ask_for(host, "router");
    host.follow("Fibra 12");
    CHECK(values_of(host, "category") ==
          Names{"Tema 1 2", "Tema 2 2", "Tema 3 2", "Tema 4 2", "Tema 5 2", "Tema 6 1"});
}
