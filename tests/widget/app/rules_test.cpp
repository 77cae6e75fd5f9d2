// What is suggested for the page that the panel is on.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::HostContext;
using app::NodeKind;
using test::Host;
using List = std::vector<std::string>;

namespace {

struct Visit : Host {
    explicit Visit(const List& suggested) { suggest(suggested); }

    void suggest(const List& suggested) {
        tell(HostContext{"https://www.farofibra.example/pago", suggested});
    }

    // What stands under "Para esta página".
    List for_this_page() {
        List keys;
        if (const app::Node* list = find(NodeKind::kList, "suggested.list")) {
            for (const app::Node& item : list->children) {
                keys.push_back(item.key.substr(std::string("suggested.").size()));
            }
        }
        return keys;
    }
};

}  // namespace

TEST_CASE("the first screen begins with what is suggested for the page around it") {
    Visit host({"factura", "guide:no-internet"});
    CHECK(host.for_this_page() == List{"factura", "guide:no-internet"});
    CHECK(host.shows("Para esta página"));
    const app::Screen screen = host.screen();
    CHECK(screen.nodes[0].kind == NodeKind::kSearch);
    CHECK(screen.nodes[1].key == "suggested");
    host.follow("Entender la factura");
    CHECK(host.address == "/es/articulos/factura");
}

TEST_CASE("where nothing is suggested there is no word of it") {
    Visit host({});
    CHECK(host.for_this_page().empty());
    CHECK_FALSE(host.shows("Para esta página"));
}

TEST_CASE("nothing is suggested twice, and five are all") {
    Visit host(
        {"luces", "luces", "sin-internet", "wifi-lento", "guide:no-internet", "factura", "luces"});
    CHECK(host.for_this_page() ==
          List{"luces", "sin-internet", "wifi-lento", "guide:no-internet", "factura"});
}

TEST_CASE("the page is told once of what it suggests and the site does not have") {
    Visit host({"gone", "luces", "guide:luces"});
    CHECK(host.for_this_page() == List{"luces"});
    const List told = {"error reason=no-such-article id=gone",
                       "error reason=no-such-guide id=luces"};
    CHECK(host.emitted == told);
    host.suggest({"gone", "luces", "guide:luces"});
    CHECK(host.emitted == told);
}

TEST_CASE("what a page says before the site is there is not lost") {
    Host host;
    app::Model model;
    app::update(model, app::Start{.language = "es",
                                  .catalog = host.origin().catalog,
                                  .path = {},
                                  .page = {},
                                  .saved = {}});
    app::update(model, HostContext{"", {"luces", "gone"}});
    const app::Effects effects =
        app::update(model, app::Answered{1, 200, host.origin().files.at(host.origin().catalog)});
    CHECK(app::view(model).nodes[1].key == "suggested");
    CHECK(std::ranges::any_of(effects, [](const app::Effect& effect) {
        const auto* emit = std::get_if<app::Emit>(&effect.what);
        return emit != nullptr && emit->event == "error";
    }));
}

TEST_CASE("a page that says too much is not heard") {
    Visit host({"luces"});
    host.suggest(List(101, "factura"));
    host.tell(HostContext{"https://a.example/" + std::string(10'000, 'x'), {"factura"}});
    CHECK(host.for_this_page() == List{"luces"});
    CHECK(host.model().page == "https://www.farofibra.example/pago");
}

TEST_CASE("a request says where she is now, not where she came from") {
    Visit host({});
    host.tell(HostContext{"https://www.farofibra.example/otra", {}});
    host.press("Escribir a una persona");
    CHECK(host.shows("https://www.farofibra.example/otra"));
}
