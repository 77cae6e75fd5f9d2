// Articles that are suggested below the field in which she tells what it is about, while she writes.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::Node;
using app::NodeKind;
using test::Host;

namespace {

constexpr const char* kSlow = "Desde ayer el wifi va muy lento en casa ";
const std::vector<std::string> kSlowWifi = {"El wifi va lento"};

Host at_form(const test::HelpOrigin& origin = test::small_site()) {
    return Host({}, "/es/contacto", origin);
}

std::vector<std::string> suggested(Host& host) {
    std::vector<std::string> titles;
    if (const Node* list = host.find(NodeKind::kList, "suggestions.list")) {
        for (const Node& item : list->children) {
            std::string& title = titles.emplace_back();
            for (const search::Run& run : item.runs) {
                title += run.text;
            }
        }
    }
    return titles;
}

int times_announced(const Host& host) {
    return static_cast<int>(std::ranges::count_if(host.announced, [](const std::string& text) {
        return text.find("ayudarte, debajo de lo que escribes") != std::string::npos;
    }));
}

void fill_in(Host& host) {
    host.choose("Una consulta");
    host.fill("email", "ana@example.org");
}

}  // namespace

TEST_CASE("an article whose title she says stands below the field that she writes in") {
    Host host = at_form();
    host.fill("message", kSlow);
    CHECK(suggested(host) == kSlowWifi);
    CHECK(host.shows("¿Te ayuda algo de esto?"));
    for (const search::Run& run : host.find(NodeKind::kItem)->runs) {
        CHECK_FALSE(run.marked);
    }

    const Node* form = host.find(NodeKind::kForm);
    REQUIRE(form != nullptr);
    const auto field = std::ranges::find(form->children, "field.message", &Node::key);
    REQUIRE(field != form->children.end());
    CHECK((field + 1)->key == "suggestions");
}

TEST_CASE("what no title says leaves the form as it is") {
    Host host = at_form();
    host.fill("message", "Quisiera felicitar a la chica que me ha atendido hoy ");
    CHECK(host.find(NodeKind::kGroup, "suggestions") == nullptr);
    CHECK(times_announced(host) == 0);
}

TEST_CASE("a word or a few letters suggest nothing yet") {
    Host host = at_form();
    for (const char* text : {"", "factura ", "La factura ", "factura............ "}) {
        host.fill("message", text);
        CHECK(suggested(host).empty());
    }
    host.fill("message", "No entiendo la factura ");
    CHECK(suggested(host) == std::vector<std::string>{"Entender la factura"});
}

TEST_CASE("a word counts once it is finished, by a blank or by the end of a sentence") {
    Host host = at_form();
    host.fill("message", "Desde ayer no tengo internet");
    CHECK(suggested(host).empty());
    for (const char* end : {" ", "\n", ".", ", "}) {
        host.fill("message", std::string("Desde ayer no tengo internet") + end + "y el wi");
        CHECK(suggested(host) == std::vector<std::string>{"No tengo internet: qué hacer"});
        host.fill("message", "");
        CHECK(suggested(host).empty());
    }
}

TEST_CASE("of a long text its end counts, which is what she is writing about") {
    Host host = at_form();
    std::string text = kSlow;
    for (int i = 0; i < 20; ++i) {
        text += "ñandúes y más ";
    }
    host.fill("message", text);
    CHECK(suggested(host).empty());
    host.fill("message", text + "además no entiendo la factura ");
    CHECK(suggested(host) == std::vector<std::string>{"Entender la factura"});
}

TEST_CASE("a screen reader hears of them once, when they first appear") {
    Host host = at_form();
    host.fill("message", kSlow);
    REQUIRE_FALSE(host.announced.empty());
    CHECK(host.announced.back() == "Hay 1 página que puede ayudarte, debajo de lo que escribes.");
    host.fill("message", std::string(kSlow) + "y no tengo internet ");
    CHECK(suggested(host).size() == 2);
    host.fill("message", "Nada de lo que he escrito vale ");
    CHECK(suggested(host).empty());
    host.fill("message", kSlow);
    CHECK(suggested(host) == kSlowWifi);
    CHECK(times_announced(host) == 1);
}

TEST_CASE("at most three are suggested, from shards that are fetched for what she writes") {
    Host host = at_form(test::searchable_site());
    host.fill("message", "Tengo que ajustar el zapote ");
    const std::vector<std::string> titles = suggested(host);
    CHECK(titles.size() == 3);
    CHECK(std::ranges::all_of(
        titles, [](const std::string& title) { return title.starts_with("Ajustar el zapote "); }));
}

TEST_CASE("those before stay while shards for what she wrote since are on their way") {
    Host host = at_form(test::searchable_site());
    host.fill("message", "Tengo que ajustar el zapote ");
    const std::vector<std::string> before = suggested(host);
    REQUIRE_FALSE(before.empty());
    host.hold = true;
    host.fill("message", "Tengo que ajustar el tornillo ");
    CHECK(suggested(host) == before);
    host.release();
    CHECK(suggested(host) != before);
}

TEST_CASE("nothing comes or goes above the field that she has gone on to") {
    Host host = at_form(test::searchable_site());
    host.hold = true;
    host.fill("message", "Tengo que ajustar el zapote ");
    host.fill("email", "ana@example.org");
    host.release();
    CHECK(suggested(host).empty());
    CHECK(times_announced(host) == 0);

    host.fill("message", "Tengo que ajustar el zapote ya ");
    const std::vector<std::string> titles = suggested(host);
    CHECK(titles.size() == 3);
    host.fill("email", "ana@example.com");
    CHECK(suggested(host) == titles);
}

TEST_CASE(
    "without a network there are none, without a word about it, and they come when it is back") {
    Host host = at_form(test::searchable_site());
    host.online = false;
    host.fill("message", "Tengo que ajustar el zapote ");
    CHECK(suggested(host).empty());
    CHECK(host.find(NodeKind::kNotice) == nullptr);
    host.online = true;
    host.tell(app::ConnectionChanged{true});
    CHECK(suggested(host).size() == 3);
}

TEST_CASE("a site without an index has none") {
    test::HelpOrigin origin = test::small_site();
    std::erase_if(origin.files,
                  [](const auto& file) { return file.first.find("/index/") != file.first.npos; });
    Host host = at_form(origin);
    host.fill("message", kSlow);
    CHECK(suggested(host).empty());
    CHECK(host.find(NodeKind::kNotice) == nullptr);
}

TEST_CASE("Back from one leads to the form as it was, and to where it was opened") {
    Host host = at_form();
    fill_in(host);
    host.fill("message", kSlow);
    host.follow("El wifi va lento");
    CHECK(host.screen().title == "El wifi va lento");
    CHECK(host.focused.back() == "title");

    host.press("Volver");
    CHECK(host.focused.back() == "suggestion.article:wifi-lento");
    CHECK(host.find(NodeKind::kField, "field.message")->value == kSlow);
    CHECK(host.find(NodeKind::kField, "field.email")->value == "ana@example.org");
    CHECK(suggested(host) == kSlowWifi);
    host.press("Enviar");
    CHECK(host.stored == 1);
}

TEST_CASE("from another screen the form is entered at its title") {
    Host host = at_form();
    host.fill("message", kSlow);
    host.tell(app::Navigate{"/es/articulos/factura"});
    host.press("Volver");
    CHECK(host.focused.back() == "title");
}

TEST_CASE("a request that is on its way suggests nothing, and the next one begins without") {
    Host host = at_form();
    fill_in(host);
    host.fill("message", kSlow);
    host.hold = true;
    host.press("Enviar");
    CHECK(suggested(host).empty());
    host.release();
    REQUIRE(host.stored == 1);
    host.tell(app::Navigate{"/es/contacto"});
    CHECK(suggested(host).empty());
}

TEST_CASE("they are there again after a reload, and are not announced") {
    Host host = at_form();
    host.fill("message", kSlow);
    Host reloaded(host.saved);
    CHECK(suggested(reloaded) == kSlowWifi);
    CHECK(times_announced(reloaded) == 0);
}

TEST_CASE("the search keeps its query, its hits and what is told of it") {
    Host host;
    host.type("factura");
    const std::string results = host.drawn();
    host.press("Escribir a una persona");
    host.emitted.clear();
    host.fill("message", kSlow);
    REQUIRE(suggested(host) == kSlowWifi);
    CHECK(host.emitted == std::vector<std::string>{"ticket-draft"});
    host.press("Volver");
    CHECK(host.drawn() == results);
}
