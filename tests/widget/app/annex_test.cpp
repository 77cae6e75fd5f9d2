// What is fetched when it is needed first: the app goes on without it, and asks for it in time. Each gate asserts that the
// annex is there, so these tests end where one is passed before.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"

using namespace ventanilla;
using app::Command;
using app::Message;
using app::NodeKind;
using app::ScreenId;
using test::annexed_site;
using test::HelpOrigin;
using test::Host;

namespace {

const std::string kAnnex = "/widget/annex-es.wasm";

HelpOrigin site_without_annex() {
    HelpOrigin origin = annexed_site();
    origin.files.erase(kAnnex);
    return origin;
}

}  // namespace

TEST_CASE("the first screen, a search and a category do without the annex") {
    const HelpOrigin origin = site_without_annex();
    Host host({}, {}, origin);
    host.type("wifi");
    CHECK(host.find(NodeKind::kList, "hits") != nullptr);
    host.tell(app::Press{Command::kBack});
    host.tell(app::Navigate{"/es/temas/conexion"});
    host.tell(app::Navigate{"/es/ninguna"});
    CHECK(host.model().library.loads.empty());
}

TEST_CASE(
    "an article, a guide, the form, a receipt and a place ask for it, and are there when it is") {
    const HelpOrigin origin = annexed_site();
    for (const char* path : {"/es/articulos/wifi-lento", "/es/guias/no-internet", "/es/contacto",
                             "/es/contacto/enviada", "/es/privacidad"}) {
        Host host({}, path, origin);
        Host whole({}, path);
        INFO(path);
        CHECK(host.model().library.catalog->annex.empty());
        CHECK(host.drawn() == whole.drawn());
    }
}

TEST_CASE("a host that has it fetches none") {
    HelpOrigin origin = site_without_annex();
    origin.has_annex = true;
    Host host({}, "/es/contacto", origin);
    CHECK(host.screen().id == ScreenId::kForm);
    CHECK(host.find(NodeKind::kField, "field.email") != nullptr);
}

TEST_CASE("while it is on its way, what was opened has its title and a way to a person") {
    const HelpOrigin origin = annexed_site();
    Host host({}, {}, origin);
    host.hold = true;
    host.follow("El wifi va lento");
    CHECK(host.screen().id == ScreenId::kArticle);
    CHECK(host.screen().title == "El wifi va lento");
    CHECK(host.find(NodeKind::kProgress) != nullptr);
    host.press("Escribir a una persona");
    CHECK(host.screen().id == ScreenId::kForm);
    CHECK(host.screen().title == "Escríbenos");
    host.release();
    CHECK(host.find(NodeKind::kField, "field.email") != nullptr);
    host.press("Volver");
    CHECK(host.find(NodeKind::kDocument) != nullptr);
}

TEST_CASE("an article that comes before it waits for it, and trying again brings both") {
    HelpOrigin origin = site_without_annex();
    Host host({}, {}, origin);
    host.follow("El wifi va lento");
    CHECK(host.screen().id == ScreenId::kError);
    CHECK_FALSE(host.screen().person.empty());
    CHECK(host.model().library.articles.empty());
    origin.files[kAnnex] = "";
    host.press("Intentarlo de nuevo");
    CHECK(host.screen().id == ScreenId::kArticle);
    CHECK(host.find(NodeKind::kDocument) != nullptr);
}

TEST_CASE("without a network there is a screen that says so, and it comes when the network does") {
    const HelpOrigin origin = annexed_site();
    for (const char* path : {"/es/contacto", "/es/articulos/wifi-lento", "/es/guias/no-internet"}) {
        Host host({}, {}, origin);
        host.online = false;
        host.tell(app::Navigate{path});
        CHECK(host.screen().id == ScreenId::kOffline);
        host.online = true;
        host.tell(app::ConnectionChanged{true});
        CHECK(host.drawn() == Host({}, path).drawn());
    }
}

TEST_CASE("what the form is to be filled in with waits for it") {
    const HelpOrigin origin = annexed_site();
    SECTION("by an address") {
        Host host({}, "/es/contacto?field.kind=query&field.message=Hola", origin);
        CHECK(host.find(NodeKind::kChoice, "field.kind")->value == "query");
        CHECK(host.find(NodeKind::kField, "field.message")->value == "Hola");
    }
    SECTION("by the page around the help, which is told what the form does not have") {
        Host host({}, {}, origin);
        host.tell(app::NewTicket{{{"message", "Hola"}, {"nope", "x"}}});
        CHECK(host.find(NodeKind::kField, "field.message")->value == "Hola");
        CHECK(std::ranges::count(host.emitted, "error reason=no-such-field id=nope") == 1);
    }
    SECTION("from all that asked, in turn") {
        Host host({}, {}, origin);
        host.hold = true;
        host.tell(app::NewTicket{{{"message", "Hola"}}});
        host.tell(app::NewTicket{{{"message", "Adiós"}, {"email", "ana@example.org"}}});
        host.tell(app::Navigate{"/es/contacto?field.kind=query"});
        host.tell(app::Navigate{"/es/contacto"});
        host.release();
        CHECK(host.find(NodeKind::kField, "field.message")->value == "Hola");
        CHECK(host.find(NodeKind::kField, "field.email")->value == "ana@example.org");
        CHECK(host.find(NodeKind::kChoice, "field.kind")->value == "query");
    }
    SECTION("and does not come back later") {
        Host host({}, {}, origin);
        host.tell(app::NewTicket{{{"message", "Hola"}}});
        host.fill("message", "");
        host.press("Volver");
        host.press("Escribir a una persona");
        CHECK(host.find(NodeKind::kField, "field.message")->value.empty());
    }
}

TEST_CASE("a form that is broken leaves a screen that says that something is") {
    HelpOrigin origin = annexed_site();
    std::string& catalog = origin.files.at(origin.catalog);
    catalog.replace(catalog.find("\"long-text\""), 11, "\"no-text\"");
    Host host({}, {}, origin);
    CHECK(host.screen().id == ScreenId::kHome);
    host.press("Escribir a una persona");
    CHECK(host.screen().id == ScreenId::kError);
    CHECK_FALSE(host.screen().person.empty());
}

TEST_CASE("what was written goes on where it was, once it is there again") {
    const HelpOrigin origin = annexed_site();
    Host host({}, "/es/contacto", origin);
    host.fill("message", "No tengo internet.");
    Host reloaded(host.saved, {}, origin);
    CHECK(reloaded.find(NodeKind::kField, "field.message")->value == "No tengo internet.");
}

TEST_CASE("without it any message on any screen is safe") {
    const HelpOrigin origin = site_without_annex();
    const std::vector<Message> messages = {app::Typed{"field.message", "x", 1},
                                           app::Chose{"answer", "off"},
                                           app::Chose{"vote", "yes"},
                                           app::Chose{"field.kind", "query"},
                                           app::AnswerGuide{"same"},
                                           app::Press{Command::kGuideContinue},
                                           app::Press{Command::kGuideBack},
                                           app::Press{Command::kGuideRestart},
                                           app::Press{Command::kGuideContact},
                                           app::Press{Command::kStrikePage},
                                           app::Press{Command::kStrikeValues},
                                           app::Press{Command::kStrikeTranscript},
                                           app::Press{Command::kSend},
                                           app::Press{Command::kCopyCode},
                                           app::Press{Command::kShare},
                                           app::Press{Command::kPrint},
                                           app::NewTicket{{{"kind", "query"}}},
                                           app::OpenArticle{"wifi-lento"},
                                           app::StartGuide{"no-internet"},
                                           app::Navigate{"/es/contacto?field.kind=q"},
                                           app::Navigate{"/es/guias/no-internet/off"},
                                           app::Press{Command::kReload},
                                           app::Press{Command::kBack},
                                           app::ConnectionChanged{true},
                                           app::Shown{}};
    for (const char* path :
         {"/es/", "/es/buscar?q=wifi", "/es/articulos/wifi-lento#luces",
          "/es/guias/no-internet/off", "/es/contacto", "/es/contacto/enviada", "/es/privacidad"}) {
        for (const Message& message : messages) {
            Host host({}, path, origin);
            host.tell(message);
            CHECK_FALSE(host.screen().person.empty());
        }
    }
}
