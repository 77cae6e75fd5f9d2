#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <iterator>

#include "tests/widget/canvas/drawn.h"
#include "tests/widget/canvas/sample_screens.h"

using namespace ventanilla;
using app::NodeKind;
using article::Block;
using article::BlockKind;
using canvas::Role;
using test::Drawn;

namespace {

Block block_of(BlockKind kind, std::vector<Block> children) {
    Block block;
    block.kind = kind;
    block.children = std::move(children);
    return block;
}

Block text_block(BlockKind kind, std::string text) {
    Block block = block_of(kind, {});
    block.inlines.push_back({article::InlineKind::kText, std::move(text), {}, {}});
    return block;
}

// A table of six columns, none of whose words can be broken; in its last cell a link.
app::Screen wide_screen() {
    Block header = block_of(BlockKind::kRow, {});
    Block row = block_of(BlockKind::kRow, {});
    for (int i = 0; i < 6; ++i) {
        header.children.push_back(text_block(BlockKind::kCell, "Telecomunicaciones"));
        row.children.push_back(text_block(BlockKind::kCell, "192.168.100.100"));
    }
    article::Inline link{article::InlineKind::kLink, {}, "/es/articulos/luces", {}};
    link.children.push_back({article::InlineKind::kText, "Las luces", {}, {}});
    row.children.back().inlines = {std::move(link)};
    app::Node document = test::node(NodeKind::kDocument, "doc", {});
    document.document.blocks = {block_of(BlockKind::kTable, {std::move(header), std::move(row)})};
    for (int i = 0; i < 60; ++i) {
        document.document.blocks.push_back(text_block(BlockKind::kParagraph, "Otra línea más."));
    }
    return test::screen_with({std::move(document)});
}

// From the middle of a target, in steps of a frame.
void push(Drawn& drawn, canvas::Point from, canvas::Point step, int steps) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    drawn.move_to(from);
    io.AddMouseButtonEvent(0, true);
    drawn.frame();
    for (int i = 1; i <= steps; ++i) {
        drawn.platform.time += 1.0 / 60;
        const auto moved = static_cast<float>(i);
        drawn.move_to({from.x + step.x * moved, from.y + step.y * moved});
    }
    io.AddMouseButtonEvent(0, false);
    drawn.frame();
}

}  // namespace

TEST_CASE("a table that is wider than the page is scrolled sideways, by wheel, finger and keys") {
    Drawn drawn;
    drawn.show(wide_screen());
    const float before = drawn.canvas.place_on_screen("doc#1")->x;
    CHECK(before > 360);
    const canvas::Point middle = {180, drawn.canvas.place_on_screen("doc#0")->y + 60};
    drawn.move_to(middle);
    ImGui::GetIO().AddMouseWheelEvent(-1, 0);
    drawn.settle();
    CHECK(drawn.canvas.place_on_screen("doc#1")->x == before - canvas::kWheelStep);
    push(drawn, middle, {-20, 1}, 4);
    CHECK(drawn.canvas.place_on_screen("doc#1")->x == before - canvas::kWheelStep - 80);
    CHECK(drawn.canvas.scroll() == 0);
    drawn.canvas.focus("doc#0");
    drawn.settle();
    drawn.press(ImGuiKey_LeftArrow);
    CHECK(drawn.canvas.place_on_screen("doc#1")->x == before - canvas::kWheelStep - 40);
    drawn.canvas.scroll_by(100000, 0);
    drawn.settle();
    CHECK(drawn.canvas.place_on_screen("doc#1")->right() < 360);
}

TEST_CASE("what takes the focus in a wide table is scrolled into view, and pressed where it is") {
    Drawn drawn;
    drawn.show(wide_screen());
    drawn.canvas.focus("doc#1");
    drawn.settle();
    CHECK(drawn.canvas.place_on_screen("doc#1")->right() <= 360);
    drawn.click("doc#1");
    const auto messages = drawn.messages();
    REQUIRE(messages.size() == 1);
    CHECK(std::get<app::Navigate>(messages.front()).path == "/es/articulos/luces");
}

TEST_CASE("a heading that takes the focus stands at the top, with what is read below it") {
    app::Node document = test::node(NodeKind::kDocument, "doc", {});
    for (int i = 0; i < 60; ++i) {
        if (i % 20 == 10) {
            Block heading = text_block(BlockKind::kHeading, "Parte " + std::to_string(i));
            heading.anchor = "parte-" + std::to_string(i);
            document.document.blocks.push_back(std::move(heading));
        }
        document.document.blocks.push_back(text_block(BlockKind::kParagraph, "Otra línea más."));
    }
    Drawn drawn;
    drawn.show(test::screen_with({std::move(document)}));
    const auto top_of = [&](const std::string& key) {
        return canvas::find_place(drawn.canvas.page(), key)->rect.y - drawn.canvas.scroll();
    };
    drawn.canvas.focus(app::heading_key("doc", "parte-30"), false);
    drawn.settle();
    CHECK(drawn.canvas.focused() == "doc/parte-30");
    CHECK(std::abs(top_of("doc/parte-30") - 12) < 1);
    // Upwards as well.
    drawn.canvas.focus(app::heading_key("doc", "parte-10"), false);
    drawn.settle();
    CHECK(std::abs(top_of("doc/parte-10") - 12) < 1);
}

TEST_CASE("a link on several lines that takes the focus is seen whole") {
    article::Inline link{article::InlineKind::kLink, {}, "/es/articulos/luces", {}};
    link.children.push_back(
        {article::InlineKind::kText,
         "qué dicen las luces del router, una por una, y qué hacer con cada una de ellas",
         {},
         {}});
    app::Node document = test::node(NodeKind::kDocument, "doc", {});
    for (int i = 0; i < 40; ++i) {
        document.document.blocks.push_back(text_block(BlockKind::kParagraph, "Una línea."));
    }
    Block paragraph = block_of(BlockKind::kParagraph, {});
    paragraph.inlines = {std::move(link)};
    document.document.blocks.push_back(std::move(paragraph));
    for (int i = 0; i < 40; ++i) {
        document.document.blocks.push_back(text_block(BlockKind::kParagraph, "Otra línea."));
    }
    Drawn drawn;
    drawn.show(test::screen_with({std::move(document)}));
    drawn.canvas.focus("doc#0");
    drawn.settle();
    const auto& targets = drawn.canvas.page().body.targets;
    const auto target = std::ranges::find(targets, "doc#0", &canvas::Target::key);
    REQUIRE(target != targets.end());
    REQUIRE(target->rects.size() >= 2);
    const float below = target->rects.back().bottom() - target->rects.front().y;
    CHECK(drawn.canvas.place_on_screen("doc#0")->y + below <= 640);
}

TEST_CASE("what is scrolled out of a table cannot be pressed beside it") {
    Drawn drawn({700, 640});
    drawn.show(wide_screen());
    const canvas::Rect link = *drawn.canvas.place_on_screen("doc#1");
    REQUIRE(link.x > 680);
    drawn.move_to({link.x + 5, link.y + 5});
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    drawn.frame();
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    drawn.frame();
    CHECK(drawn.messages().empty());
}

TEST_CASE(
    "what is scrolled out of a table is nowhere to be met, and what is half out is met by half") {
    Drawn drawn;
    drawn.show(wide_screen());
    const canvas::Layer& body = drawn.canvas.page().body;
    const auto target = [&](std::string_view key) -> const canvas::Target& {
        return *std::ranges::find(body.targets, key, &canvas::Target::key);
    };
    const canvas::Rect table = drawn.canvas.rects_of(target("doc#0")).front();
    CHECK(drawn.canvas.rects_of(target("doc#1")).front().width == 0);
    drawn.canvas.focus("doc#0");
    drawn.settle();
    const canvas::Rect link = *drawn.canvas.place_on_screen("doc#1");
    drawn.canvas.scroll_by(link.x + link.width / 2 - table.right(), 0);
    drawn.settle();
    const canvas::Rect half = drawn.canvas.rects_of(target("doc#1")).front();
    CHECK(half.right() == table.right());
    CHECK(std::abs(half.width - link.width / 2) < 1);
}

TEST_CASE("the ground of a table's head has the table's corners, wherever it is scrolled") {
    Drawn drawn;
    drawn.show(wide_screen());
    const auto& shapes = drawn.canvas.page().body.shapes;
    const auto is_pane = [](const canvas::Shape& shape) {
        return std::holds_alternative<canvas::Pane>(shape);
    };
    const auto pane = std::ranges::find_if(shapes, is_pane);
    REQUIRE(pane != shapes.begin());
    REQUIRE(pane != shapes.end());
    // Before the pane, so that it is not moved with it.
    const auto* ground = std::get_if<canvas::Box>(&*std::prev(pane));
    const canvas::Rect& frame = std::get_if<canvas::Pane>(&*pane)->rect;
    REQUIRE(ground != nullptr);
    CHECK(ground->fill != 0);
    CHECK(ground->rect.x == frame.x);
    CHECK(ground->rect.width == frame.width);
    CHECK(ground->rect.height > 0);
    CHECK(ground->rect.height < frame.height);
    const auto end = std::find_if(std::next(pane), shapes.end(), is_pane);
    const auto* outline = std::get_if<canvas::Box>(&*std::next(end));
    REQUIRE(outline != nullptr);
    CHECK(ground->radius == outline->radius);
}

TEST_CASE("a page that a finger has pushed goes on, slower and slower, and then sleeps") {
    Drawn drawn;
    drawn.show(wide_screen());
    push(drawn, {180, 500}, {0, -12}, 6);
    const float released = drawn.canvas.scroll();
    CHECK(drawn.canvas.needs_frame());
    int frames = 0;
    float last = released;
    float step = 1000;
    while (drawn.canvas.needs_frame() && frames < 300) {
        drawn.platform.time += 1.0 / 60;
        drawn.frame();
        CHECK(drawn.canvas.scroll() - last <= step);
        step = drawn.canvas.scroll() - last + 0.01F;
        last = drawn.canvas.scroll();
        ++frames;
    }
    CHECK(last > released + 100);
    CHECK(frames > 20);
    CHECK(frames < 200);
}

TEST_CASE("a finger that has come to rest pushes nothing, and where nothing may move, none does") {
    Drawn drawn;
    drawn.show(wide_screen());
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    drawn.move_to({180, 500});
    io.AddMouseButtonEvent(0, true);
    drawn.frame();
    drawn.move_to({180, 400});
    drawn.platform.time += 1;
    io.AddMouseButtonEvent(0, false);
    drawn.frame();
    drawn.frame();
    CHECK(drawn.canvas.scroll() == 100);
    CHECK_FALSE(drawn.canvas.needs_frame());
    drawn.canvas.set_options({.still = true});
    drawn.settle();
    push(drawn, {180, 500}, {0, -12}, 6);
    drawn.frame();
    CHECK_FALSE(drawn.canvas.needs_frame());
}

TEST_CASE("a finger that stops a page presses nothing") {
    Drawn drawn;
    app::Screen screen = wide_screen();
    app::Node action = test::node(NodeKind::kAction, "action", "Botón");
    action.message = app::Press{app::Command::kSend};
    for (int i = 0; i < 30; ++i) {
        action.key = "action" + std::to_string(i);
        screen.nodes.insert(screen.nodes.begin(), action);
    }
    drawn.show(std::move(screen));
    push(drawn, {180, 500}, {0, -12}, 6);
    REQUIRE(drawn.canvas.needs_frame());
    drawn.messages();
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    drawn.frame();
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    drawn.frame();
    CHECK(drawn.messages().empty());
    drawn.frame();
    CHECK_FALSE(drawn.canvas.needs_frame());
}

TEST_CASE("a tap presses what it meets, wherever the last one was") {
    Drawn drawn;
    drawn.show(test::every_kind());
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    drawn.move_to({180, 600});
    const canvas::Rect back = *drawn.canvas.place_on_screen("back");
    io.AddMousePosEvent(back.x + 10, back.y + 10);
    io.AddMouseButtonEvent(0, true);
    drawn.frame();
    io.AddMouseButtonEvent(0, false);
    drawn.frame();
    REQUIRE(drawn.messages().size() == 1);
}
