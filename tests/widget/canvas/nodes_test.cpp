#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "tests/widget/canvas/drawn.h"
#include "tests/widget/canvas/sample_screens.h"

using namespace ventanilla;
using app::NodeKind;
using canvas::Shape;
using test::Drawn;

namespace {

constexpr std::size_t kKinds = 20;

// What a customer has to be able to read of a node.
std::vector<std::string> texts_of(const app::Node& node) {
    std::vector<std::string> texts;
    const bool is_unseen_name = node.kind == NodeKind::kGroup || node.kind == NodeKind::kList ||
                                node.kind == NodeKind::kForm || node.kind == NodeKind::kSearch ||
                                node.kind == NodeKind::kDetails;
    if (!is_unseen_name) {
        texts.push_back(node.text);
    }
    texts.push_back(node.error);
    for (const auto* runs : {&node.runs, &node.detail}) {
        for (const search::Run& run : *runs) {
            texts.push_back(run.text);
        }
    }
    if (node.kind == NodeKind::kCode || node.kind == NodeKind::kDetail) {
        texts.push_back(node.value);
    }
    if (node.kind != NodeKind::kSearch) {
        texts.push_back(node.hint);
    }
    return texts;
}

void check_all_is_drawn(const Drawn& drawn, const app::Screen& screen) {
    const std::string text = drawn.text();
    app::for_each_node(screen, [&](const app::Node& node) {
        const bool is_icon = node.key == "back" || node.key == "close";
        CHECK((drawn.canvas.place_on_screen(node.key) || is_icon ||
               canvas::find_place(drawn.canvas.page(), node.key) != nullptr));
        for (const std::string& each : texts_of(node)) {
            INFO(node.key << " should show " << each);
            CHECK((is_icon || text.find(test::without_spaces(each)) != std::string::npos));
        }
    });
}

// No letter is outside of the canvas, or of the pane that is scrolled.
void check_nothing_is_cut(const Drawn& drawn, float canvas_width) {
    float width = canvas_width;
    for (const Shape& shape : drawn.canvas.page().body.shapes) {
        if (const auto* pane = std::get_if<canvas::Pane>(&shape)) {
            width = pane->key.empty() ? canvas_width : pane->rect.x + pane->width;
        }
        if (const auto* text = std::get_if<canvas::Text>(&shape)) {
            INFO(text->text);
            const float measured = drawn.fonts.width(text->text, text->style);
            CHECK(text->rect.x >= 0);
            CHECK(measured <= text->rect.width + 0.5F);
            CHECK(text->rect.x + measured <= width + 0.5F);
        }
    }
}

}  // namespace

TEST_CASE("every kind of node is drawn, with all that it says") {
    const app::Screen screen = test::every_kind();
    std::set<NodeKind> kinds;
    app::for_each_node(screen, [&](const app::Node& node) { kinds.insert(node.kind); });
    REQUIRE(kinds.size() == kKinds);
    Drawn drawn;
    drawn.show(screen);
    check_all_is_drawn(drawn, screen);
    check_nothing_is_cut(drawn, 360);
}

TEST_CASE("every text of the product fits at 360 pixels, in Spanish and in English") {
    for (const char* language : {"es", "en", "pt"}) {
        const app::Screen screen = test::every_text(language);
        Drawn drawn;
        drawn.show(screen);
        check_all_is_drawn(drawn, screen);
        check_nothing_is_cut(drawn, 360);
    }
}

TEST_CASE("at any width from a watch's to a wall's nothing is cut") {
    for (const float width : {240.0F, 320.0F, 700.0F, 1600.0F}) {
        const app::Screen screen = test::every_kind();
        Drawn drawn({width, 640});
        drawn.show(screen);
        check_all_is_drawn(drawn, screen);
        check_nothing_is_cut(drawn, width);
    }
}

TEST_CASE("a document's headings, lists, tables, code and links are drawn") {
    Drawn drawn;
    drawn.show(test::every_kind());
    const std::string text = drawn.text();
    for (const char* piece : {"Cómosehace", "Reiniciael", "9.Avisa", "dentrodeotralista",
                              "10.Púlsalo", "Unacita.", "ping192.168.1.1", "Quépasa", "Cuándo"}) {
        INFO(piece);
        CHECK(text.find(piece) != std::string::npos);
    }
}

TEST_CASE(
    "a picture is drawn as wide as there is room, and its alternative text until it is there") {
    Drawn drawn;
    drawn.show(test::every_kind());
    CHECK(drawn.text().find("Elrouterpordetrás") != std::string::npos);
    drawn.platform.picture_sizes["/media/router.svg"] = {640, 320};
    drawn.canvas.refresh();
    drawn.settle();
    CHECK(drawn.text().find("Elrouterpordetrás") == std::string::npos);
    std::vector<canvas::Rect> pictures;
    for (const Shape& shape : drawn.canvas.page().body.shapes) {
        if (const auto* image = std::get_if<canvas::Image>(&shape)) {
            pictures.push_back(image->rect);
        }
    }
    REQUIRE(pictures.size() == 1);
    CHECK(pictures.front().width == 320);
    CHECK(pictures.front().height == 160);
}

TEST_CASE(
    "a picture whose size is known has its room before it is there, and nothing moves when it "
    "comes") {
    app::Screen screen = test::every_kind();
    for (app::Node& node : screen.nodes) {
        article::for_each_target(node.document, [](article::Inline& piece) {
            if (piece.kind == article::InlineKind::kPicture) {
                piece.width = 640;
                piece.height = 320;
            }
        });
    }
    Drawn drawn;
    drawn.platform.pictures_awaited = true;
    drawn.show(screen);
    const float height = drawn.canvas.page().body.height;
    CHECK(drawn.text().find("Elrouterpordetrás") == std::string::npos);
    drawn.platform.picture_sizes["/media/router.svg"] = {640, 320};
    drawn.canvas.refresh();
    drawn.settle();
    CHECK(drawn.canvas.page().body.height == height);

    // Nor when there is none after all: its alternative text stands in its place.
    drawn.platform.picture_sizes.clear();
    drawn.platform.pictures_awaited = false;
    drawn.canvas.refresh();
    drawn.settle();
    CHECK(drawn.text().find("Elrouterpordetrás") != std::string::npos);
    CHECK(drawn.canvas.page().body.height == height);
}

TEST_CASE("what a query matched stands on a ground of its own") {
    Drawn drawn;
    drawn.show(test::every_kind());
    int marks = 0;
    for (const Shape& shape : drawn.canvas.page().body.shapes) {
        const auto* box = std::get_if<canvas::Box>(&shape);
        marks += box != nullptr && box->fill == canvas::make_theme("#0b5c6b", false).mark ? 1 : 0;
    }
    CHECK(marks == 2);
}

TEST_CASE("the way to a person stands at the bottom, also of a short screen") {
    Drawn drawn;
    drawn.show(test::screen_with({test::node(NodeKind::kText, "text", "Poco texto.")}));
    const auto person = drawn.canvas.place_on_screen("person");
    REQUIRE(person.has_value());
    CHECK(person->bottom() == 620);
}

TEST_CASE("a tracking code stands on one line of a phone") {
    app::Node code = test::node(NodeKind::kCode, "code", "Tu código");
    code.value = "AAYR-YNZ6-JSAM-J5MK";
    Drawn drawn({320, 640});
    drawn.show(test::screen_with({std::move(code)}));
    const auto& shapes = drawn.canvas.page().body.shapes;
    CHECK(std::ranges::any_of(shapes, [](const Shape& shape) {
        const auto* text = std::get_if<canvas::Text>(&shape);
        return text != nullptr && text->text == "AAYR-YNZ6-JSAM-J5MK";
    }));
}
