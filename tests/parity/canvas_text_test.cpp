// What the canvas draws, measured: on the whole tour, at every width of a panel and every pixel ratio, all that a
// screen says can be read.
#include <imgui.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "core/text/utf8.h"
#include "tests/parity/tour.h"
#include "tests/widget/canvas/drawn.h"

using namespace ventanilla;
using canvas::Layer;
using canvas::Rect;
using canvas::Shape;
using test::Drawn;

namespace {

constexpr float kRounding = 0.5F;  // CSS pixels

// Something to be read or told from others: a text, the frame of an input, an icon, a picture.
struct Mark {
    Rect rect;
    std::string what;
};

bool within(const Rect& inner, const Rect& outer) {
    // What is drawn behind the letters alone is lower than their line.
    const bool holds_lines = outer.height >= inner.height;
    return inner.x >= outer.x - kRounding && inner.right() <= outer.right() + kRounding &&
           (!holds_lines ||
            (inner.y >= outer.y - kRounding && inner.bottom() <= outer.bottom() + kRounding));
}

bool overlap(const Rect& one, const Rect& other) {
    return std::min(one.right(), other.right()) - std::max(one.x, other.x) > kRounding &&
           std::min(one.bottom(), other.bottom()) - std::max(one.y, other.y) > kRounding;
}

bool holds_middle(const Rect& outer, const Rect& inner) {
    const float x = inner.x + inner.width / 2;
    const float y = inner.y + inner.height / 2;
    return x > outer.x && x < outer.right() && y > outer.y && y < outer.bottom();
}

std::vector<Mark> marks_of(const Layer& layer) {
    std::vector<Mark> marks;
    for (const Shape& shape : layer.shapes) {
        if (const auto* text = std::get_if<canvas::Text>(&shape)) {
            marks.push_back({text->rect, text->text});
        } else if (const auto* drawing = std::get_if<canvas::Drawing>(&shape)) {
            marks.push_back({drawing->rect, "an icon"});
        } else if (const auto* image = std::get_if<canvas::Image>(&shape)) {
            marks.push_back({image->rect, "a picture"});
        }
    }
    for (const canvas::Target& target : layer.targets) {
        if (target.input) {
            marks.push_back({target.input->rect, "the input " + target.name});
        }
    }
    return marks;
}

// As wide as it is drawn, in letters that the fonts have.
std::string faults_of_letters(const canvas::Text& text, const canvas::Fonts& fonts) {
    if (fonts.width(text.text, text.style) > text.rect.width + kRounding) {
        return "wider than its place: " + text.text + "\n";
    }
    const ImFont* font = fonts.drawn(text.style).font;
    for (std::size_t at = 0; at < text.text.size();) {
        const char32_t letter = text::decode(text.text, at);
        if (font->FindGlyphNoFallback(static_cast<ImWchar>(letter)) == nullptr) {
            return "a letter that no font has: " + text.text + "\n";
        }
    }
    return {};
}

// A text is whole in all that is drawn around it: the layer, the pane it is scrolled in, and each box.
std::string faults_of_places(const Layer& layer, float width, const canvas::Fonts& fonts) {
    std::string faults;
    const Rect whole{0, 0, width, layer.height};
    Rect seen = whole;
    std::vector<Rect> boxes;
    for (const Shape& shape : layer.shapes) {
        if (const auto* pane = std::get_if<canvas::Pane>(&shape)) {
            const Rect scrolled{pane->rect.x, pane->rect.y, pane->width, pane->rect.height};
            seen = pane->key.empty() ? whole : scrolled;
            boxes.clear();  // those around a pane are not scrolled with it
        } else if (const auto* box = std::get_if<canvas::Box>(&shape)) {
            boxes.push_back(box->rect);
        } else if (const auto* text = std::get_if<canvas::Text>(&shape)) {
            faults += faults_of_letters(*text, fonts);
            if (!within(text->rect, seen)) {
                faults += "beyond what can be seen: " + text->text + "\n";
            }
            for (const Rect& rect : boxes) {
                if (holds_middle(rect, text->rect) && !within(text->rect, rect)) {
                    faults += "beyond the box around it: " + text->text + "\n";
                }
            }
        }
    }
    return faults;
}

std::string faults_of_neighbours(const Layer& layer) {
    std::string faults;
    const std::vector<Mark> marks = marks_of(layer);
    for (auto one = marks.begin(); one != marks.end(); ++one) {
        for (auto other = std::next(one); other != marks.end(); ++other) {
            if (overlap(one->rect, other->rect)) {
                faults += one->what + " lies over " + other->what + "\n";
            }
        }
    }
    return faults;
}

std::string faults_of(const Layer& layer, float width, const canvas::Fonts& fonts) {
    return faults_of_places(layer, width, fonts) + faults_of_neighbours(layer);
}

}  // namespace

TEST_CASE("no text of any screen is cut, covered or lost on the canvas, in either language") {
    const std::string language = GENERATE("es", "en");
    const std::vector<test::Stop> stops = test::tour(language);
    constexpr float kWide = 1200;
    constexpr float kHeight = 640;
    Drawn wide({kWide, kHeight});
    for (const float scale : {1.0F, 2.0F}) {
        for (const float width : {320.0F, 360.0F, 400.0F}) {
            Drawn drawn({width * scale, kHeight * scale}, scale);
            for (const test::Stop& stop : stops) {
                INFO(language << ", " << width << " pixels, ratio " << scale << ": " << stop.name);
                wide.show(stop.screen);
                drawn.show(stop.screen);
                const canvas::Page& page = drawn.canvas.page();
                CHECK(faults_of(page.head, width, drawn.fonts) == "");
                CHECK(faults_of(page.body, width, drawn.fonts) == "");
                // That of a wide canvas is compared with the other views' in tests/web/parity.spec.ts.
                CHECK(drawn.text() == wide.text());
            }
        }
    }
}
