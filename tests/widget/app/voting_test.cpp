// Whether an article has helped: asked at its end, counted once, and told to the page around the panel.
#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using test::Host;

namespace {

Host at_article() {
    Host host;
    host.follow("El wifi va lento");
    host.emitted.clear();
    host.announced.clear();
    return host;
}

}  // namespace

TEST_CASE("an article that helped is counted once, and she is thanked") {
    Host host = at_article();
    CHECK(host.shows("¿Te ha servido este artículo?"));
    host.press("Sí");
    REQUIRE(host.posts.size() == 1);
    CHECK(host.posts[0].path == "/api/v1/votes");
    CHECK(host.posts[0].body == R"({"article":"wifi-lento","language":"es","vote":"yes"})");
    CHECK(host.emitted == std::vector<std::string>{"article-vote id=wifi-lento vote=yes"});
    CHECK(host.announced == std::vector<std::string>{"Gracias por decírnoslo."});
    CHECK(host.shows("Gracias por decírnoslo."));
    CHECK_FALSE(host.shows("Sí"));

    host.tell(app::Chose{"vote", "no"});
    CHECK(host.posts.size() == 1);
}

TEST_CASE("who says that it did not help is asked why, and may leave it") {
    Host host = at_article();
    host.press("No");
    CHECK(host.posts.size() == 1);
    CHECK(host.shows("Gracias por decírnoslo. ¿Qué le falta?"));
    host.press("Cuesta entenderlo");
    REQUIRE(host.posts.size() == 2);
    CHECK(host.posts[1].body == R"({"article":"wifi-lento","language":"es","vote":"unclear"})");
    CHECK(host.emitted == std::vector<std::string>{"article-vote id=wifi-lento vote=no",
                                                   "article-vote id=wifi-lento vote=unclear"});
    CHECK(host.shows("Gracias por decírnoslo."));
    CHECK_FALSE(host.shows("Lo he probado y no funciona"));
}

TEST_CASE("what was said of an article is still known after a reload, and of no other") {
    Host first = at_article();
    first.press("No");
    Host again(first.saved);
    CHECK(again.shows("¿Qué le falta?"));
    again.press("Volver");
    again.follow("No tengo internet: qué hacer");
    CHECK(again.shows("¿Te ha servido este artículo?"));
    CHECK_FALSE(again.shows("¿Qué le falta?"));
}

TEST_CASE("what nobody was asked is not counted") {
    Host host = at_article();
    for (const char* vote : {"unclear", "maybe", ""}) {
        host.tell(app::Chose{"vote", vote});
    }
    host.press("Volver");
    host.tell(app::Chose{"vote", "yes"});
    CHECK(host.posts.empty());
}
