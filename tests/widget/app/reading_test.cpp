// What a browser does with an article beyond showing it: opens its page, hands its address on, prints it.
#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using test::Host;

TEST_CASE("below an article in a browser stand its page, sharing and printing") {
    Host host;
    host.follow("El wifi va lento");
    const app::Node* page = host.find(app::NodeKind::kLink, "tools.page");
    REQUIRE(page != nullptr);
    CHECK(page->href == "/es/articulos/wifi-lento");
    CHECK(page->value == app::kToPage);

    host.press("Compartir");
    CHECK(host.shared == std::vector<std::string>{"El wifi va lento /es/articulos/wifi-lento"});
    host.press("Imprimir");
    CHECK(host.printed == 1);
    CHECK(host.screen().title == "El wifi va lento");
}

TEST_CASE("where there is no browser an article offers nothing that one would do") {
    test::HelpOrigin origin = test::small_site();
    origin.in_browser = false;
    Host host({}, "/es/articulos/wifi-lento", origin);
    CHECK(host.screen().title == "El wifi va lento");
    CHECK(host.find(app::NodeKind::kGroup, "tools") == nullptr);
}

TEST_CASE("there is nothing to share where no article is") {
    Host host;
    host.tell(app::Press{app::Command::kShare});
    CHECK(host.shared.empty());
}
