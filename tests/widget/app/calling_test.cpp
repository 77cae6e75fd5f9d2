// What the page around the panel asks for: widget/app/update/calling.cpp.
#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::NewTicket;
using app::NodeKind;
using app::ScreenId;
using test::Host;

namespace {

std::string value_of(Host& host, const std::string& field, NodeKind kind = NodeKind::kField) {
    const app::Node* node = host.find(kind, "field." + field);
    REQUIRE(node != nullptr);
    return node->value;
}

}  // namespace

TEST_CASE("a page opens an article by its id, and Back leads to where she was") {
    Host host;
    host.tell(app::OpenArticle{"wifi-lento"});
    CHECK(host.screen().id == ScreenId::kArticle);
    CHECK(host.address == "/es/articulos/wifi-lento");
    CHECK(host.focused.back() == "title");
    host.press("Volver");
    CHECK(host.screen().id == ScreenId::kHome);
}

TEST_CASE("a page starts a guide by its id, from the first step also in the middle of it") {
    Host host;
    host.tell(app::StartGuide{"no-internet"});
    CHECK(host.screen().title == "¿Qué luces ves?");
    host.choose("Ninguna");
    host.press("Continuar");
    host.tell(app::StartGuide{"no-internet"});
    CHECK(host.screen().title == "¿Qué luces ves?");
    host.press("Volver");
    CHECK(host.screen().title == "Enchufa el router");
}

TEST_CASE("a page shows the results of a search, with the query in the box") {
    Host host;
    host.tell(app::SearchFor{"wifi"});
    CHECK(host.screen().id == ScreenId::kResults);
    CHECK(host.find(NodeKind::kSearch)->value == "wifi");
    CHECK(host.find(NodeKind::kItem, "hit.article:wifi-lento") != nullptr);
    host.tell(app::SearchFor{"  "});
    CHECK(host.screen().id == ScreenId::kHome);
}

TEST_CASE("a page opens the form with what it knows") {
    Host host;
    host.tell(NewTicket{{{"kind", "fault"}, {"line", "600 000 000"}}});
    CHECK(host.screen().id == ScreenId::kForm);
    CHECK(value_of(host, "kind", NodeKind::kChoice) == "fault");
    CHECK(value_of(host, "line") == "600 000 000");
    CHECK(value_of(host, "message").empty());
}

TEST_CASE("a page fills in what is empty, and never writes over what she has written") {
    Host host;
    host.press("Escribir a una persona");
    host.choose("Una consulta");
    host.fill("message", "Lo mío");
    host.press("Volver");
    host.tell(NewTicket{{{"kind", "fault"}, {"message", "Lo tuyo"}, {"email", "ana@example.com"}}});
    CHECK(value_of(host, "kind", NodeKind::kChoice) == "query");
    CHECK(value_of(host, "message") == "Lo mío");
    CHECK(value_of(host, "email") == "ana@example.com");
}

TEST_CASE("a request whose outcome is not known stays as it was sent") {
    Host host;
    host.tell(NewTicket{{{"kind", "query"}, {"email", "ana@example.com"}, {"message", "Hola"}}});
    host.ticket_answers.push_back({0, 0, {}});
    host.press("Enviar");
    host.tell(NewTicket{{{"line", "600 000 000"}}});
    host.press("Enviar de nuevo");
    REQUIRE(host.posts.size() == 2);
    CHECK(host.posts[0].body == host.posts[1].body);
    CHECK_FALSE(host.model().session.draft.fields.contains("line"));
}

TEST_CASE("of what the site does not have the page is told, and she stays where she is") {
    Host host;
    host.type("wifi");
    host.emitted.clear();
    host.tell(app::OpenArticle{"no-internt"});
    host.tell(app::StartGuide{"no-internt"});
    CHECK(host.screen().id == ScreenId::kResults);
    CHECK(host.emitted == std::vector<std::string>{"error reason=no-such-article id=no-internt",
                                                   "error reason=no-such-guide id=no-internt"});
}

TEST_CASE("a field or an option that the form does not have leaves the others filled in") {
    Host host;
    host.tell(NewTicket{{{"colour", "red"}, {"kind", "party"}, {"message", "Hola"}}});
    CHECK(value_of(host, "message") == "Hola");
    CHECK(value_of(host, "kind", NodeKind::kChoice).empty());
    CHECK_FALSE(host.model().session.draft.fields.contains("colour"));
    CHECK(host.emitted == std::vector<std::string>{"error reason=no-such-field id=colour",
                                                   "error reason=no-such-option id=kind",
                                                   "handoff"});
}

TEST_CASE("before the catalog is there a page's wish changes nothing") {
    Host host;
    app::Model model;
    for (const app::Message& message :
         {app::Message(app::OpenArticle{"wifi-lento"}),
          app::Message(app::StartGuide{"no-internet"}), app::Message(app::SearchFor{"wifi"}),
          app::Message(NewTicket{{{"kind", "fault"}}})}) {
        CHECK(app::update(model, message).empty());
    }
    CHECK(model.session.route == app::Route{});
}
