#include <catch2/catch_test_macros.hpp>

#include "tests/widget/canvas/drawn.h"
#include "tests/widget/canvas/sample_screens.h"

using namespace ventanilla;
using app::NodeKind;
using test::Drawn;

TEST_CASE("Tab leads to everything that can be used, in reading order, and around") {
    Drawn drawn;
    drawn.show(test::every_kind());
    std::vector<std::string> keys;
    do {
        drawn.press(ImGuiKey_Tab);
        keys.push_back(drawn.canvas.focused());
    } while (keys.size() < 100 && (keys.size() == 1 || keys.back() != keys.front()));
    const std::vector<std::string> expected = {
        "back",          "close",       "search",      "hit",       "document#0",   "document#1",
        "document#2",    "document#3",  "again",       "call",      "site",         "field.name",
        "field.message", "field.email", "field.phone", "field.day", "field.kind.b", "field.agree",
        "send",          "one",         "two",         "three",     "person",       "back"};
    CHECK(keys == expected);
    drawn.press(ImGuiKey_Tab, true);
    CHECK(drawn.canvas.focused() == "person");
}

TEST_CASE("what Tab leads to is scrolled into view, below the head") {
    Drawn drawn;
    drawn.show(test::every_kind());
    for (int i = 0; i < 25; ++i) {
        drawn.press(ImGuiKey_Tab);
        const auto rect = drawn.canvas.place_on_screen(drawn.canvas.focused());
        INFO(drawn.canvas.focused());
        REQUIRE(rect.has_value());
        CHECK(rect->bottom() <= 640);
        CHECK(rect->y >= 0);
    }
}

TEST_CASE("Enter presses a button and follows a link, Space sets a check box") {
    Drawn drawn;
    drawn.show(test::every_kind());
    for (const char* key : {"send", "hit"}) {
        drawn.canvas.focus(key);
        drawn.settle();
        drawn.press(ImGuiKey_Enter);
    }
    drawn.canvas.focus("field.agree");
    drawn.settle();
    drawn.press(ImGuiKey_Space);
    const auto messages = drawn.messages();
    REQUIRE(messages.size() == 3);
    CHECK(std::get<app::Press>(messages[0]).command == app::Command::kSend);
    CHECK(std::get<app::Navigate>(messages[1]).path == "/es/articulos/sin-internet");
    CHECK(std::get<app::Chose>(messages[2]).value == "true");
}

TEST_CASE("arrows move within the radio buttons of a choice and choose, around its ends") {
    Drawn drawn;
    drawn.show(test::every_kind());
    drawn.canvas.focus("field.kind");
    drawn.settle();
    CHECK(drawn.canvas.focused() == "field.kind.b");
    for (const auto& [key, chosen] : {std::pair{ImGuiKey_DownArrow, "c"},
                                      {ImGuiKey_RightArrow, "a"},
                                      {ImGuiKey_UpArrow, "c"}}) {
        drawn.press(key);
        const auto messages = drawn.messages();
        REQUIRE(messages.size() == 1);
        CHECK(std::get<app::Chose>(messages.front()).value == chosen);
    }
}

TEST_CASE("Escape puts the help away, and the arrows scroll") {
    Drawn drawn;
    drawn.show(test::every_kind());
    drawn.press(ImGuiKey_DownArrow);
    CHECK(drawn.canvas.scroll() == 40);
    drawn.press(ImGuiKey_End);
    CHECK(drawn.canvas.scroll() > 400);
    drawn.press(ImGuiKey_Escape);
    CHECK(std::get<app::Press>(drawn.messages().front()).command == app::Command::kClose);
}

TEST_CASE("the app moves the focus to a node, which is scrolled into view") {
    Drawn drawn;
    drawn.show(test::every_kind());
    drawn.canvas.focus("field.kind");
    drawn.settle();
    CHECK(drawn.canvas.scroll() > 0);
    drawn.canvas.focus("title");
    drawn.settle();
    CHECK(drawn.canvas.focused() == "title");
    drawn.press(ImGuiKey_Tab);
    CHECK(drawn.canvas.focused() == "close");
}

TEST_CASE("when the focused node goes, the nearest one around it has the focus, or the title") {
    app::Node group = test::node(NodeKind::kGroup, "group", "Grupo");
    group.children = {test::node(NodeKind::kAction, "action", "Quitar"),
                      test::node(NodeKind::kText, "text", "Texto")};
    Drawn drawn;
    drawn.show(test::screen_with({group}));
    drawn.canvas.focus("action");
    drawn.settle();
    group.children.erase(group.children.begin());
    drawn.show(test::screen_with({group}));
    CHECK(drawn.canvas.focused() == "group");
    drawn.show(test::screen_with({}));
    CHECK(drawn.canvas.focused() == "title");
}
