// What every place has, whoever adds it.
#include "widget/app/place.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "core/base/json.h"
#include "core/site/address.h"
#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::Page;
using test::Host;

namespace {

base::Json read_texts(const std::string& area, const std::string& language) {
    std::ifstream file("assets/texts/" + area + "." + language + ".json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    auto json = base::parse_json(text);
    REQUIRE(json.has_value());
    return *json;
}

// The small site in each language that the product speaks.
std::vector<site::Catalog> catalogs() {
    std::vector<site::Catalog> catalogs;
    for (const auto& entry : std::filesystem::directory_iterator("assets/texts")) {
        const std::string name = entry.path().filename();
        // A variant's file, such as app.es-419.json, has only what it says otherwise.
        if (!name.starts_with("app.") || name.find_first_of("-.", 4) != name.rfind('.')) {
            continue;
        }
        site::Catalog catalog = *test::Host().model().library.catalog;
        catalog.language = name.substr(4, name.rfind('.') - 4);
        catalog.messages = text::Messages(read_texts("app", catalog.language));
        catalog.messages.add(read_texts("place", catalog.language));
        catalog.texts.clear();
        catalogs.push_back(std::move(catalog));
    }
    REQUIRE(catalogs.size() >= 2);
    return catalogs;
}

bool has_text(const site::Catalog& catalog, std::string_view key) {
    return catalog.messages.text(key) != key;
}

}  // namespace

TEST_CASE("a place has an address of its own in every language, which leads to it") {
    for (const site::Catalog& catalog : catalogs()) {
        std::set<std::string> taken = {site::home_address(catalog.language)};
        for (const Page page : {Page::kSearch, Page::kContact, Page::kReceipt}) {
            taken.insert(app::address_of(catalog, {page, {}, {}}));
        }
        for (const app::Place& place : app::places()) {
            INFO(place.name << " in " << catalog.language);
            const std::string address = app::address_of(catalog, app::route_of(place));
            CHECK(has_text(catalog, place.path));
            CHECK(taken.insert(address).second);
            CHECK(app::parse_route(catalog, address) == app::route_of(place));
            CHECK(app::parse_route(catalog, address + "?from=mail#top") == app::route_of(place));
        }
    }
}

TEST_CASE("a place's screen has its name, a title and texts in every language") {
    for (const site::Catalog& catalog : catalogs()) {
        app::Model model;
        model.library.catalog = catalog;
        for (const app::Place& place : app::places()) {
            INFO(place.name << " in " << catalog.language);
            model.session.route = app::route_of(place);
            const app::Screen screen = app::view(model);
            CHECK(screen.id.name == place.name);
            CHECK(screen.language == catalog.language);
            CHECK_FALSE(screen.title.empty());
            CHECK_FALSE(screen.nodes.empty());
            // A text that is missing shows as its key.
            const std::string keys = std::string(place.name) + ".";
            CHECK_FALSE(screen.title.starts_with(keys));
            app::for_each_node(
                screen, [&](const app::Node& node) { CHECK_FALSE(node.text.starts_with(keys)); });
        }
    }
}

TEST_CASE("a deep link opens a place, a reload stays there, and Back leads to where she was") {
    for (const app::Place& place : app::places()) {
        INFO(place.name);
        const site::Catalog catalog = *Host().model().library.catalog;
        const std::string address = app::address_of(catalog, app::route_of(place));
        Host linked({}, address);
        CHECK(linked.screen().id.name == place.name);
        CHECK(Host(linked.saved).screen().id.name == place.name);

        Host host;
        host.follow("El wifi va lento");
        host.tell(app::Navigate{address});
        CHECK(host.address == address);
        CHECK(host.focused.back() == "title");
        host.press("Volver");
        CHECK(host.screen().title == "El wifi va lento");
    }
}

TEST_CASE("a place's texts are fetched when it is opened, with a way on while they cannot be had") {
    Host host;
    const std::string file = host.model().library.catalog->texts;
    CHECK_FALSE(host.model().library.loads.contains(file));
    host.hold = true;
    host.tell(app::Navigate{"/es/privacidad"});
    CHECK(host.screen().id.name == "privacy");
    CHECK(host.screen().title == "Qué pasa con lo que escribes");
    CHECK(host.shows("Un momento, se está cargando"));
    host.release();
    CHECK(host.shows("no usa cookies"));

    Host cut;
    cut.online = false;
    cut.tell(app::Navigate{"/es/privacidad"});
    CHECK(cut.screen().id == app::ScreenId::kOffline);
    cut.online = true;
    cut.press("Intentarlo de nuevo");
    CHECK(cut.shows("no usa cookies"));
}

TEST_CASE("a place that is no longer there says so and leads on") {
    app::Session session;
    session.route = {Page::kPlace, "gone", {}};
    Host host(app::write_session(session));
    CHECK(host.screen().id == app::ScreenId::kError);
    host.press("Ir al inicio de la ayuda");
    CHECK(host.screen().id == app::ScreenId::kHome);
}
