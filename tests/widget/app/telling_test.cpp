// What the host page is told: widget/app/update/telling.cpp, docs/site-owners.md.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using test::Host;

namespace {

using Told = std::vector<std::string>;

// What was told since the last time.
Told told(Host& host) {
    return std::exchange(host.emitted, {});
}

}  // namespace

TEST_CASE("a search is told of once, when she opens what it has found") {
    Host host;
    for (const char* query : {"w", "wi", "wif", "wifi"}) {
        host.type(query);
    }
    CHECK(told(host).empty());
    host.follow("El wifi va lento");
    const Told opened = told(host);
    REQUIRE(opened.size() == 2);
    CHECK(opened[0].starts_with("search results="));
    CHECK(opened[0] != "search results=0");
    CHECK(opened[1] == "article-view id=wifi-lento");
    host.press("Volver");
    CHECK(told(host).empty());
}

TEST_CASE("a search is told of once, when she asks for all results") {
    Host host({}, {}, test::sorted_site());
    host.type("router");
    CHECK(told(host).empty());
    host.tell(app::Press{app::Command::kShowResults});
    CHECK(told(host) == Told{"search results=24"});
    host.tell(app::Press{app::Command::kShowResults});
    CHECK(told(host).empty());
}

TEST_CASE("a search of which a part is still on its way is told of when all is known") {
    Host host({}, {}, test::searchable_site());
    host.hold = true;
    host.tell(app::SearchFor{"zapote"});
    CHECK(told(host).empty());
    host.release();
    const Told known = told(host);
    REQUIRE(known.size() == 1);
    CHECK(known[0].starts_with("search results="));
    CHECK(known[0] != "search results=0");
}

TEST_CASE("that nothing is found is told of once, however long she goes on typing") {
    Host host;
    host.type("xyzzyx");
    host.type("xyzzyxy");
    host.type("xyzzyxyz");
    CHECK(told(host) == Told{"search-empty"});
    host.tell(app::Press{app::Command::kShowResults});
    CHECK(told(host) == Told{"search results=0"});
    host.type("wifi");
    CHECK(told(host).empty());
    host.type("xyzzyx");
    CHECK(told(host) == Told{"search-empty"});
}

TEST_CASE("a search that could not be looked up is not one that finds nothing") {
    Host host({}, {}, test::searchable_site());
    host.type("zapote");
    told(host);
    host.online = false;
    host.tell(app::SearchFor{"tornillo"});
    CHECK(told(host).empty());
}

TEST_CASE("a guide is told of from its start over its steps to its end") {
    Host host;
    host.follow("No tengo internet");
    CHECK(told(host) == Told{"guide-start id=no-internet"});
    host.choose("Ninguna");
    host.press("Continuar");
    CHECK(told(host) == Told{"guide-step id=no-internet step=plug"});
    host.press("Paso anterior");
    CHECK(told(host) == Told{"guide-step id=no-internet step=lights"});
    host.choose("Una roja");
    host.press("Continuar");
    CHECK(told(host) == Told{"guide-end id=no-internet outcome=call"});
    host.press("Escribirnos con lo que has probado");
    CHECK(told(host) == Told{"handoff guide=no-internet"});
    host.press("Volver");
    CHECK(told(host).empty());
}

TEST_CASE("a guide that she leaves before its end is abandoned, and goes on when she comes back") {
    Host host;
    host.follow("No tengo internet");
    host.choose("Ninguna");
    host.press("Continuar");
    told(host);
    host.tell(app::OpenArticle{"wifi-lento"});
    CHECK(told(host) ==
          Told{"guide-abandon id=no-internet step=plug", "article-view id=wifi-lento"});
    host.press("Volver");
    CHECK(told(host) == Told{"guide-step id=no-internet step=plug"});
    host.press("Escribir a una persona");
    CHECK(told(host) ==
          Told{"guide-abandon id=no-internet step=plug", "handoff guide=no-internet"});
}

TEST_CASE("a request is begun by what she writes herself, once, also over a reload") {
    Host host;
    host.tell(app::NewTicket{{{"kind", "query"}, {"email", "ana@example.com"}}});
    CHECK(told(host) == Told{"handoff"});
    host.fill("message", "Ho");
    host.fill("message", "Hola");
    CHECK(told(host) == Told{"ticket-draft"});
    Host reloaded(host.saved);
    reloaded.fill("message", "Hola otra vez");
    CHECK(told(reloaded).empty());
    reloaded.press("Enviar");
    CHECK(told(reloaded) == Told{"ticket-sent"});
}

TEST_CASE("a reload tells nothing of the screen that was there already") {
    Host host({}, {}, test::sorted_site());
    host.tell(app::SearchFor{"router"});
    Host reloaded(host.saved, {}, test::sorted_site());
    CHECK(told(reloaded).empty());
}

TEST_CASE("nothing that she typed is told") {
    Host host;
    host.type("secreto");
    host.tell(app::Press{app::Command::kShowResults});
    host.press("Escribir a una persona");
    host.choose("Una consulta");
    host.fill("email", "secreto@example.com");
    host.fill("message", "secreto");
    host.press("Enviar");
    const Told all = told(host);
    CHECK(all.size() >= 4);
    CHECK(std::ranges::none_of(
        all, [](const std::string& each) { return each.find("secreto") != std::string::npos; }));
}
