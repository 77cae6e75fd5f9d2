#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::NodeKind;
using app::ScreenId;
using test::Host;

TEST_CASE("the first screen offers search, popular articles, guides and a person") {
    Host host;
    const app::Screen screen = host.screen();
    CHECK(screen.id == ScreenId::kHome);
    CHECK(screen.title == "¿En qué podemos ayudarte?");
    CHECK(screen.eyebrow == "Ayuda de Faro Fibra");
    CHECK_FALSE(screen.back.has_value());
    CHECK(host.find(NodeKind::kSearch) != nullptr);
    CHECK(host.shows("El wifi va lento"));
    CHECK(host.shows("Te guiamos paso a paso"));
    CHECK(host.shows("Escribir a una persona"));
    CHECK(host.shows("Llamar al 900 000 000"));
}

TEST_CASE("nothing is kept on the device before the customer does something") {
    Host host;
    host.tell(app::Shown{});
    CHECK(host.saved.empty());
}

TEST_CASE("typing shows results, and an article opens from them and Back returns to them") {
    Host host;
    host.type("no tengo interent");
    CHECK(host.screen().id == ScreenId::kResults);
    CHECK(host.announced.back() == "2 resultados de «no tengo internet»");
    host.follow("No tengo internet: qué hacer");
    CHECK(host.screen().id == ScreenId::kArticle);
    CHECK(host.address == "/es/articulos/sin-internet");
    CHECK(host.shows("Comprueba los cables."));
    CHECK(host.focused.back() == "title");

    host.press("Volver");
    CHECK(host.screen().id == ScreenId::kResults);
    CHECK(host.find(NodeKind::kSearch)->value == "no tengo interent");
}

TEST_CASE("clearing the search box leads back to the first screen, and the focus stays in it") {
    Host host;
    host.type("wifi");
    host.focused.clear();
    host.type("");
    CHECK(host.screen().id == ScreenId::kHome);
    CHECK(host.focused.empty());
    CHECK_FALSE(host.screen().back.has_value());
}

TEST_CASE("a guide stands before articles where an author has pinned it, and only there") {
    Host host;
    host.type("luz roja router");
    CHECK(host.find(NodeKind::kList)->children.front().key == "hit.guide:no-internet");
    host.type("asistente router");
    CHECK(host.find(NodeKind::kList)->children.front().key == "hit.article:wifi-lento");
}

TEST_CASE("nothing found leads on to the guides and to a person") {
    Host host;
    host.type("xyzzyxyzzy");
    CHECK(host.screen().id == ScreenId::kResults);
    CHECK(host.shows("No hemos encontrado nada para «xyzzyxyzzy»"));
    CHECK(host.shows("Te guiamos paso a paso"));
    CHECK(host.emitted.back() == "search-empty");
}

TEST_CASE(
    "a guide goes one step back with the answer still marked, and hands over what was tried") {
    Host host;
    host.follow("No tengo internet");
    CHECK(host.screen().title == "¿Qué luces ves?");
    host.choose("Ninguna");
    host.press("Continuar");
    CHECK(host.screen().title == "Enchufa el router");
    CHECK(host.address == "/es/guias/no-internet/off");

    host.press("Paso anterior");
    CHECK(host.screen().title == "¿Qué luces ves?");
    CHECK(host.find(NodeKind::kChoice)->value == "off");
    host.press("Continuar");
    host.press("Sigue igual");
    CHECK(host.screen().id == ScreenId::kGuideOutcome);
    CHECK(host.emitted.back() == "guide-end id=no-internet outcome=call");

    host.press("Escribirnos con lo que has probado");
    CHECK(host.screen().id == ScreenId::kForm);
    CHECK(host.find(NodeKind::kChoice, "field.kind")->value == "fault");
    CHECK(host.shows("Lo que has probado en la guía «No tengo internet»"));
    CHECK(host.shows("Enchufa el router"));
}

TEST_CASE("Continue without an answer says so and leads to the question") {
    Host host;
    host.follow("No tengo internet");
    host.press("Continuar");
    CHECK(host.find(NodeKind::kChoice)->error == "Elige una respuesta para seguir.");
    CHECK(host.focused.back() == "answer");
}

TEST_CASE("Back in a guide is one step back, and at its start the screen before") {
    Host host;
    host.follow("No tengo internet");
    host.choose("Ninguna");
    host.press("Continuar");
    host.press("Volver");
    CHECK(host.screen().title == "¿Qué luces ves?");
    host.press("Volver");
    CHECK(host.screen().id == ScreenId::kHome);
}

TEST_CASE("the first screen and an article lead to the same in another language") {
    Host host;
    host.follow("English");
    CHECK(host.elsewhere == "/en/");
    CHECK(host.screen().id == ScreenId::kHome);
    host.follow("El wifi va lento");
    host.follow("English");
    CHECK(host.elsewhere == "/en/articles/wifi-lento");
    CHECK(host.screen().id == ScreenId::kArticle);
    host.press("Volver");
    CHECK(host.screen().id == ScreenId::kHome);
}

TEST_CASE("an address that leads nowhere says so and leads on") {
    Host host({}, "/es/articulos/no-existe");
    CHECK(host.screen().id == ScreenId::kError);
    host.press("Ir al inicio de la ayuda");
    CHECK(host.screen().id == ScreenId::kHome);
}

TEST_CASE("without a network an article says so, and comes by itself when the network is back") {
    Host host;
    host.online = false;
    host.follow("El wifi va lento");
    CHECK(host.screen().id == ScreenId::kOffline);
    CHECK(host.shows("Llamar al 900 000 000"));
    host.online = true;
    host.tell(app::ConnectionChanged{true});
    CHECK(host.screen().id == ScreenId::kArticle);
    CHECK(host.shows("Acércate al router"));
}

TEST_CASE("while there is no network each screen says so in a line, once for who hears it, and "
          "what is there goes on") {
    Host host;
    host.follow("No tengo internet");
    host.announced.clear();
    const std::string line = "No tienes conexión. Puedes seguir con lo que ya está cargado.";
    host.online = false;
    host.tell(app::ConnectionChanged{false});
    CHECK(host.announced == std::vector{line});
    CHECK(host.screen().eyebrow == "Sin conexión");
    host.choose("Ninguna");
    host.press("Continuar");
    CHECK(host.screen().id == ScreenId::kGuideStep);
    CHECK(host.screen().eyebrow == "Sin conexión");
    CHECK(host.announced == std::vector{line});
    host.tell(app::ConnectionChanged{true});
    CHECK(host.screen().eyebrow != "Sin conexión");
}

TEST_CASE("without its first file the app leaves the page's own fallback in place") {
    Host host;
    app::Model model;
    const app::Effects effects = app::update(model, app::Start{"es", "/c.json", {}, {}, {}, true});
    CHECK(app::view(model).id == ScreenId::kLoading);
    app::update(model, app::Answered{effects.front().id, 200, "not json"});
    CHECK(app::view(model).id == ScreenId::kUnavailable);
}
