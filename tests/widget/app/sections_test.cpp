// A result leads to the section that it shows, and the article is read from there.
#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::Node;
using app::NodeKind;
using test::Host;

namespace {

constexpr const char* kRedLight = "document.luces/la-luz-roja";
constexpr const char* kAddress = "/es/articulos/luces#la-luz-roja";

const Node& first_hit(Host& host) {
    const Node* hits = host.find(NodeKind::kList, "hits");
    REQUIRE(hits != nullptr);
    REQUIRE_FALSE(hits->children.empty());
    return hits->children.front();
}

}  // namespace

TEST_CASE("a result says in which category and section it is, and leads there") {
    Host host;
    host.type("señal de la calle");
    CHECK(first_hit(host).value == "Conexión › La luz roja");
    CHECK(first_hit(host).href == kAddress);
    host.type("centralita");
    CHECK(first_hit(host).value == "Conexión › La luz parpadea");
}

TEST_CASE("a result that is found by its title alone leads to the article's beginning") {
    Host host;
    host.type("internet");
    CHECK(first_hit(host).value == "Conexión");
    CHECK(first_hit(host).href == "/es/articulos/sin-internet");
}

TEST_CASE("an article that has no category and no sections says nothing of them") {
    Host host;
    host.type("factura");
    CHECK(first_hit(host).value.empty());
}

TEST_CASE("the section takes the focus, and Back leads to the results") {
    Host host;
    host.type("señal");
    host.follow("Qué dicen las luces");
    CHECK(host.address == kAddress);
    CHECK(host.screen().title == "Qué dicen las luces");
    CHECK(host.focused.back() == kRedLight);
    host.press("Volver");
    CHECK(host.find(NodeKind::kSearch)->value == "señal");
}

TEST_CASE("an article that is on its way is read from its section once it has come") {
    Host host;
    host.type("señal");
    host.hold = true;
    host.follow("Qué dicen las luces");
    CHECK(host.focused.back() == "title");
    host.release();
    CHECK(host.focused.back() == kRedLight);
}

TEST_CASE("a link and a reload lead to the section when the panel is seen, and not before") {
    Host linked({}, kAddress);
    CHECK(linked.focused.empty());
    linked.tell(app::Shown{});
    CHECK(linked.focused.back() == kRedLight);

    Host reloaded(linked.saved);
    CHECK(reloaded.address == kAddress);
    reloaded.tell(app::Shown{});
    CHECK(reloaded.focused.back() == kRedLight);

    Host early;
    early.hold = true;
    early.tell(app::Navigate{kAddress});
    early.tell(app::Shown{});
    CHECK(early.focused.back() == "title");
    early.release();
    CHECK(early.focused.back() == kRedLight);
}

TEST_CASE("who puts the panel away and opens it again is not sent back to where she began") {
    Host host({}, kAddress);
    host.tell(app::Shown{});
    host.tell(app::Shown{});
    CHECK(host.focused.back() == "title");
}

TEST_CASE("a section that the article has no longer leaves her at its title") {
    Host host;
    host.tell(app::Navigate{"/es/articulos/luces#la-luz-azul"});
    CHECK(host.screen().title == "Qué dicen las luces");
    CHECK(host.focused.back() == "title");
}

TEST_CASE("what stands behind # and cannot be a section's name is left out") {
    Host host({}, "/es/articulos/luces#<b>&\"");
    CHECK(host.screen().title == "Qué dicen las luces");
    CHECK(host.address == "/es/articulos/luces");
}

TEST_CASE(
    "a long article begins with a list of its sections, which lead to them; a short one does not") {
    Host host;
    host.follow("Qué dicen las luces");
    const Node* contents = host.find(NodeKind::kList, "contents.list");
    REQUIRE(contents != nullptr);
    CHECK(contents->text == "En este artículo");
    REQUIRE(contents->children.size() == 4);
    CHECK(contents->children[0].text == "La luz roja");
    CHECK(contents->children[0].href == kAddress);
    host.follow("La luz roja");
    CHECK(host.focused.back() == kRedLight);
    host.press("Volver");
    CHECK(host.screen().title == "Qué dicen las luces");
    host.press("Volver");
    host.follow("El wifi va lento");
    CHECK(host.find(NodeKind::kList, "contents.list") == nullptr);
}
