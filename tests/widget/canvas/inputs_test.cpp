#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/widget/canvas/drawn.h"
#include "tests/widget/canvas/sample_screens.h"

using namespace ventanilla;
using app::NodeKind;
using canvas::InputKind;
using test::Drawn;

namespace {

app::Node field(std::string value, std::uint32_t revision) {
    app::Node node = test::node(NodeKind::kField, "field", "Nombre");
    node.value = std::move(value);
    node.revision = revision;
    return node;
}

app::Screen form_with(app::Node input) {
    app::Node form = test::node(NodeKind::kForm, "form", "Formulario");
    form.message = app::Press{app::Command::kSend};
    form.children = {std::move(input)};
    return test::screen_with({std::move(form)});
}

}  // namespace

TEST_CASE("every input says where it is, what it is and what stands in it") {
    Drawn drawn({360, 3000});
    drawn.show(test::every_kind());
    const auto& inputs = drawn.platform.inputs;
    CHECK(inputs.size() == 6);
    CHECK(inputs.at("search").kind == InputKind::kSearch);
    CHECK(inputs.at("search").label == "Buscar en la ayuda");
    CHECK(inputs.at("field.message").kind == InputKind::kLongText);
    CHECK(inputs.at("field.day").kind == InputKind::kDate);
    CHECK(inputs.at("field.email").invalid);
    CHECK(inputs.at("field.email").value == "nueve let");
    for (const auto& [key, input] : inputs) {
        INFO(key);
        const auto frame = drawn.canvas.place_on_screen(key);
        REQUIRE(frame.has_value());
        CHECK(input.rect.x > frame->x);
        CHECK(input.rect.right() < frame->right());
        CHECK(input.rect.bottom() <= frame->bottom());
        CHECK(input.rect.height >= 24);
    }
}

TEST_CASE("rectangles of inputs follow the pixel ratio and the scrolling") {
    Drawn drawn({720, 1280}, 2);
    drawn.show(form_with(field("", 0)));
    const canvas::Rect before = drawn.platform.inputs.at("field").rect;
    CHECK(before.width > 500);
    Drawn small({360, 240});
    small.show(form_with(field("", 0)));
    const float y = small.platform.inputs.at("field").rect.y;
    small.move_to({180, 200});
    small.wheel(-1);
    CHECK(small.canvas.scroll() > 0);
    CHECK(small.platform.inputs.at("field").rect.y == y - std::round(small.canvas.scroll()));
}

TEST_CASE("what is typed is reported with a revision that grows") {
    Drawn drawn;
    drawn.show(form_with(field("In", 4)));
    drawn.platform.edits["field"] = {.value = "Iné", .focused = true};
    drawn.settle();
    drawn.platform.edits["field"] = {.value = "Inés", .focused = true};
    drawn.settle();
    const auto messages = drawn.messages();
    REQUIRE(messages.size() == 2);
    CHECK(std::get<app::Typed>(messages[0]).revision == 5);
    CHECK(std::get<app::Typed>(messages[1]).value == "Inés");
    CHECK(std::get<app::Typed>(messages[1]).revision == 6);
    CHECK(drawn.canvas.focused() == "field");
}

TEST_CASE("a focused field keeps the customer's text until the app has a newer one") {
    Drawn drawn;
    drawn.show(form_with(field("", 0)));
    drawn.platform.edits["field"] = {.value = "Inés", .focused = true};
    drawn.settle();
    drawn.show(form_with(field("older", 0)));
    CHECK(drawn.platform.inputs.at("field").value == "Inés");
    drawn.show(form_with(field("newer", 2)));
    CHECK(drawn.platform.inputs.at("field").value == "newer");
}

TEST_CASE("Enter in a field sends its form, but not in a long text") {
    Drawn drawn;
    drawn.show(form_with(field("Inés", 0)));
    drawn.platform.edits["field"] = {.submitted = true};
    drawn.settle();
    CHECK(std::get<app::Press>(drawn.messages().front()).command == app::Command::kSend);
    app::Node area = field("Hola", 0);
    area.input = app::Input::kLongText;
    drawn.show(form_with(std::move(area)));
    drawn.platform.edits["field"] = {.submitted = true};
    drawn.settle();
    CHECK(drawn.messages().empty());
}

TEST_CASE("the platform is told once to take the focus, and to give it back") {
    Drawn drawn;
    drawn.show(form_with(field("", 0)));
    drawn.canvas.focus("field");
    drawn.frame();
    CHECK(drawn.platform.inputs.at("field").take_focus);
    drawn.frame();
    CHECK_FALSE(drawn.platform.inputs.at("field").take_focus);
    drawn.canvas.focus("person");
    drawn.frame();
    CHECK(drawn.platform.inputs.at("field").drop_focus);
}

TEST_CASE("a long text's frame grows with it") {
    app::Node area = field("Hola", 0);
    area.input = app::Input::kLongText;
    Drawn drawn;
    drawn.show(form_with(area));
    const float before = drawn.canvas.place_on_screen("field")->height;
    area.value = std::string(400, 'a') + "\n\n\n" + std::string(200, 'b');
    area.revision = 1;
    drawn.show(form_with(area));
    CHECK(drawn.canvas.place_on_screen("field")->height > before);
}
