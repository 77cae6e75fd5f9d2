// The app and the canvas together: a customer finds an article, takes the guide and sends a ticket, by clicking
// where things are drawn.
#include <catch2/catch_test_macros.hpp>

#include "tests/widget/app/host.h"
#include "tests/widget/canvas/drawn.h"

using namespace ventanilla;
using app::ScreenId;
using test::Drawn;
using test::Host;

namespace {

class Tour {
public:
    Tour() { show(); }

    void click(const std::string& key) {
        drawn.click(key);
        take();
    }
    void type(const std::string& key, const std::string& text) {
        drawn.platform.edits[key] = {.value = text, .focused = true};
        take();
    }
    [[nodiscard]] bool shows(const std::string& text) const {
        return drawn.text().find(test::without_spaces(text)) != std::string::npos;
    }

    Host host;
    Drawn drawn;

private:
    void show() {
        host.focused.clear();
        drawn.show(host.screen());
    }
    void take() {
        drawn.settle();
        for (const app::Message& message : drawn.messages()) {
            host.tell(message);
        }
        drawn.canvas.set_screen(host.screen());
        if (!host.focused.empty()) {
            drawn.canvas.focus(host.focused.back());
        }
        show();
    }
};

}  // namespace

TEST_CASE("a customer searches and reads an article") {
    Tour tour;
    CHECK(tour.shows("¿En qué podemos ayudarte?"));
    tour.type("search", "wifi");
    CHECK(tour.host.screen().id == ScreenId::kResults);
    CHECK(tour.drawn.canvas.focused() == "search");
    tour.click("hit.article:wifi-lento");
    CHECK(tour.shows("Acércate al router"));
    CHECK(tour.drawn.canvas.focused() == "title");
    tour.click("back");
    CHECK(tour.drawn.platform.inputs.at("search").value == "wifi");
}

TEST_CASE("a customer takes the guide and sends a ticket with what she has tried") {
    Tour tour;
    tour.click("guide.no-internet");
    CHECK(tour.shows("¿Qué luces ves?"));
    tour.click("continue");
    CHECK(tour.shows("Elige una respuesta para seguir."));
    tour.click("answer.red");
    tour.click("continue");
    CHECK(tour.host.screen().id == ScreenId::kGuideOutcome);
    tour.click("guide.contact");
    CHECK(tour.shows("Lo que has probado en la guía «No tengo internet»"));
    tour.click("send");
    CHECK(tour.host.stored == 0);
    CHECK(tour.drawn.canvas.focused() == "field.line");
    tour.type("field.line", "910000000");
    tour.type("field.email", "ines@example.org");
    tour.type("field.message", "La luz está roja.");
    tour.click("send");
    CHECK(tour.host.stored == 1);
    CHECK(tour.shows("7KQ2-M9XD-4HTR-B8VK"));
    CHECK(tour.shows("La luz está roja."));
    tour.click("copy");
    CHECK(tour.host.copied == "7KQ2-M9XD-4HTR-B8VK");
}

TEST_CASE(
    "without a network, with an unknown address and while something loads there is a screen") {
    Tour tour;
    tour.host.online = false;
    tour.click("article.wifi-lento");
    CHECK(tour.host.screen().id == ScreenId::kOffline);
    CHECK(tour.shows("Llamar al 900 000 000"));
    tour.host.tell(app::Navigate{"/es/articulos/no-existe"});
    tour.click("home");
    CHECK(tour.host.screen().id == ScreenId::kHome);
}

TEST_CASE("before the catalog is there nothing is drawn, and nothing can be pressed") {
    Drawn drawn;
    drawn.show(app::Screen::without_catalog(ScreenId::kLoading, "es"));
    CHECK(drawn.text().empty());
    drawn.press(ImGuiKey_Tab);
    drawn.press(ImGuiKey_Escape);
    CHECK(drawn.messages().empty());
}
