// Categories: a way in for whoever has nothing to type.
#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::Node;
using app::NodeKind;
using app::ScreenId;
using test::Host;

namespace {

std::size_t shown_articles(Host& host) {
    const Node* articles = host.find(NodeKind::kList, "category.articles");
    return articles == nullptr ? 0 : articles->children.size();
}

}  // namespace

TEST_CASE("the first screen lists the categories with how many articles each has") {
    Host host;
    const Node* list = host.find(NodeKind::kList, "categories.list.0");
    REQUIRE(list != nullptr);
    REQUIRE(list->children.size() == 2);
    CHECK(list->text == "Todos los temas");
    CHECK(list->children[0].text == "Conexión");
    CHECK(list->children[0].hint == "3 artículos");
    CHECK(list->children[1].text == "Otros artículos");
    CHECK(list->children[1].hint == "1 artículo");
}

TEST_CASE("a category shows its articles, each of which opens, and Back returns to it") {
    Host host;
    host.follow("Conexión");
    CHECK(host.screen().id == ScreenId::kCategory);
    CHECK(host.screen().title == "Conexión");
    CHECK(host.address == "/es/temas/conexion");
    CHECK(host.focused.back() == "title");
    CHECK(shown_articles(host) == 3);
    CHECK(host.shows("3 artículos"));
    host.follow("El wifi va lento");
    CHECK(host.screen().id == ScreenId::kArticle);
    host.press("Volver");
    CHECK(host.screen().title == "Conexión");
    host.press("Volver");
    CHECK(host.screen().id == ScreenId::kHome);
}

TEST_CASE("a link and a reload lead to a category") {
    Host linked({}, "/es/temas/conexion");
    CHECK(linked.screen().title == "Conexión");
    CHECK(Host(linked.saved).screen().title == "Conexión");
}

TEST_CASE("a category of many articles is shown part by part, each with its own address") {
    Host host({}, {}, test::large_site());
    host.follow("Antiguos");
    CHECK(shown_articles(host) == 50);
    CHECK(host.shows("Artículos 1 a 50 de 120"));
    CHECK_FALSE(host.shows("Artículos anteriores"));
    host.follow("Artículos siguientes");
    CHECK(host.address == "/es/temas/antiguos/2");
    CHECK(host.shows("Aparato 051"));
    host.follow("Artículos siguientes");
    CHECK(host.shows("Artículos 101 a 120 de 120"));
    CHECK(shown_articles(host) == 20);
    CHECK_FALSE(host.shows("Artículos siguientes"));
    host.press("Volver");
    CHECK(host.address == "/es/temas/antiguos/2");
    host.follow("Artículos anteriores");
    CHECK(host.address == "/es/temas/antiguos");

    CHECK(Host({}, "/es/temas/antiguos/3", test::large_site()).shows("Aparato 120"));
}

TEST_CASE("an address of no category, or of a part that it has not, says so and leads on") {
    for (const char* path :
         {"/es/temas", "/es/temas/nada", "/es/temas/antiguos/4", "/es/temas/antiguos/1",
          "/es/temas/antiguos/x", "/es/temas/antiguos/-1", "/es/temas/antiguosx"}) {
        INFO(path);
        CHECK(Host({}, path, test::large_site()).screen().id == ScreenId::kError);
    }
}

TEST_CASE("a category that is no longer there says so and leads on") {
    app::Session session;
    session.route = {.page = app::Page::kCategory, .id = "gone"};
    Host host(app::write_session(session));
    CHECK(host.screen().id == ScreenId::kError);
    host.press("Ir al inicio de la ayuda");
    CHECK(host.screen().id == ScreenId::kHome);
}
