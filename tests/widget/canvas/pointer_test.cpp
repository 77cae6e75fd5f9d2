#include <catch2/catch_test_macros.hpp>

#include "tests/widget/canvas/drawn.h"
#include "tests/widget/canvas/sample_screens.h"

using namespace ventanilla;
using app::NodeKind;
using canvas::Role;
using test::Drawn;

namespace {

template <typename Kind>
std::vector<Kind> of_kind(const std::vector<app::Message>& messages) {
    std::vector<Kind> result;
    for (const app::Message& message : messages) {
        if (const auto* one = std::get_if<Kind>(&message)) {
            result.push_back(*one);
        }
    }
    return result;
}

// A screen that is longer than the canvas.
app::Screen long_screen() {
    std::vector<app::Node> nodes;
    for (int i = 0; i < 40; ++i) {
        app::Node action = test::node(NodeKind::kAction, "a" + std::to_string(i), "Botón");
        action.message = app::AnswerGuide{"a" + std::to_string(i)};
        nodes.push_back(std::move(action));
    }
    return test::screen_with(std::move(nodes));
}

}  // namespace

TEST_CASE("pressing a button gives its message") {
    Drawn drawn;
    drawn.show(test::every_kind());
    drawn.click("send");
    const auto presses = of_kind<app::Press>(drawn.messages());
    REQUIRE(presses.size() == 1);
    CHECK(presses.front().command == app::Command::kSend);
}

TEST_CASE("the ways back and out in the head give theirs") {
    Drawn drawn;
    drawn.show(test::every_kind());
    drawn.click("back");
    drawn.click("close");
    const auto presses = of_kind<app::Press>(drawn.messages());
    REQUIRE(presses.size() == 2);
    CHECK(presses.front().command == app::Command::kBack);
    CHECK(presses.back().command == app::Command::kClose);
}

TEST_CASE("a result leads to its route, and so does a link in an article, on each of its lines") {
    Drawn drawn;
    drawn.show(test::every_kind());
    drawn.click("hit");
    CHECK(of_kind<app::Navigate>(drawn.messages()).front().path == "/es/articulos/sin-internet");
    for (const canvas::Target& target : drawn.canvas.page().body.targets) {
        if (target.name == "qué dicen las luces del router en esta página") {
            CHECK(target.rects.size() > 1);
            drawn.click(target.key);
            CHECK(of_kind<app::Navigate>(drawn.messages()).front().path == "/es/articulos/luces");
        }
    }
}

TEST_CASE("a link is one rectangle a line, with the words in it that stand out and its sign") {
    article::Inline strong{article::InlineKind::kStrong, {}, {}, {}};
    strong.children.push_back({article::InlineKind::kText, "el estado", {}, {}});
    article::Inline link{article::InlineKind::kLink, {}, "https://estado.farofibra.example/", {}};
    link.children = {{article::InlineKind::kText, "Mira ", {}, {}}, std::move(strong)};
    article::Block paragraph;
    paragraph.kind = article::BlockKind::kParagraph;
    paragraph.inlines = {std::move(link)};
    app::Node document = test::node(NodeKind::kDocument, "doc", {});
    document.document.blocks = {std::move(paragraph)};
    Drawn drawn;
    drawn.show(test::screen_with({std::move(document)}));
    const canvas::Target& target = drawn.canvas.page().body.targets.front();
    REQUIRE(target.key == "doc#0");
    REQUIRE(target.rects.size() == 1);
    CHECK(target.rects.front().width > drawn.fonts.width("Mira el estado", {}));
}

TEST_CASE("what leads out of the app is opened by the platform") {
    Drawn drawn;
    drawn.show(test::every_kind());
    drawn.click("call");
    drawn.click("site");
    CHECK(drawn.platform.opened ==
          std::vector<std::string>{"tel:+34900000000", "https://estado.farofibra.example/"});
    CHECK(drawn.messages().empty());
}

TEST_CASE("a radio button and a check box say what was chosen") {
    Drawn drawn;
    drawn.show(test::every_kind());
    drawn.click("field.kind.c");
    drawn.click("field.agree");
    const auto chosen = of_kind<app::Chose>(drawn.messages());
    REQUIRE(chosen.size() == 2);
    CHECK(chosen.front().key == "field.kind");
    CHECK(chosen.front().value == "c");
    CHECK(chosen.back().key == "field.agree");
    CHECK(chosen.back().value == "true");
}

TEST_CASE("every target is 24 pixels high at least") {
    Drawn drawn;
    drawn.show(test::every_kind());
    for (const canvas::Target& target : drawn.canvas.page().body.targets) {
        INFO(target.key);
        REQUIRE_FALSE(target.rects.empty());
        CHECK(target.rects.front().height >= 24);
    }
}

TEST_CASE("what is frozen while a ticket is sent cannot be changed") {
    app::Node choice = test::node(NodeKind::kChoice, "choice", "¿Qué?");
    choice.read_only = true;
    choice.children = {test::node(NodeKind::kOption, "choice.a", "Una")};
    Drawn drawn;
    drawn.show(test::screen_with({std::move(choice)}));
    drawn.click("choice.a");
    CHECK(drawn.messages().empty());
}

TEST_CASE("a press on nothing takes the focus away") {
    Drawn drawn;
    drawn.show(test::every_kind());
    drawn.canvas.focus("field.name");
    drawn.settle();
    drawn.move_to({4, 400});
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    drawn.frame();
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    drawn.frame();
    CHECK(drawn.canvas.focused().empty());
    CHECK(drawn.platform.inputs.at("field.name").drop_focus);
}

TEST_CASE("letting go elsewhere presses nothing") {
    Drawn drawn;
    drawn.show(test::every_kind());
    const auto back = drawn.canvas.place_on_screen("back");
    drawn.move_to({back->x + 5, back->y + 5});
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    drawn.frame();
    drawn.move_to({180, 400});
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    drawn.frame();
    CHECK(drawn.messages().empty());
}

TEST_CASE("the wheel scrolls to the end and no further, and a new screen begins at its top") {
    Drawn drawn;
    drawn.show(long_screen());
    drawn.move_to({180, 400});
    drawn.wheel(-3);
    CHECK(drawn.canvas.scroll() == 168);
    drawn.wheel(-1000);
    const auto last = drawn.canvas.place_on_screen("person");
    CHECK(last->bottom() == 620);
    app::Screen other = long_screen();
    other.title = "Otro";
    drawn.show(std::move(other));
    CHECK(drawn.canvas.scroll() == 0);
}

TEST_CASE("a finger drags the page and presses nothing on the way") {
    Drawn drawn;
    drawn.show(long_screen());
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    const float y = drawn.canvas.place_on_screen("a6")->y + 20;
    drawn.move_to({180, y});
    io.AddMouseButtonEvent(0, true);
    drawn.frame();
    for (const float moved : {20.0F, 60.0F, 100.0F}) {
        drawn.move_to({180, y - moved});
    }
    io.AddMouseButtonEvent(0, false);
    drawn.frame();
    CHECK(drawn.canvas.scroll() == 100);
    CHECK(drawn.messages().empty());
}
