// widget/canvas/sheet.h
//
// What node layouts write on: one layer of a page, with what they all need to know. A column is where the next
// thing goes; laying something out moves it down.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "widget/app/screen.h"
#include "widget/canvas/inline_flow.h"

namespace ventanilla::canvas {

// All that a layout depends on.
struct Stage {
    const app::Screen& screen;
    const Fonts& fonts;
    const Theme& theme;
    Platform& platform;
    Size view;              // of the canvas, in CSS pixels
    bool closable = false;  // there is somebody who can put the help away
    bool still = false;     // nothing moves by itself

    [[nodiscard]] float gutter() const;
    // Buttons are as wide as the column on phones, and no wider than their text needs elsewhere.
    [[nodiscard]] bool wide() const { return view.width >= 640; }
};

struct Column {
    float x = 0;
    float y = 0;
    float width = 0;

    [[nodiscard]] Column inset(float left, float right) const {
        return {x + left, y, width - left - right};
    }
};

class Sheet {
public:
    Sheet(const Stage& for_stage, Layer& on_layer) : stage(for_stage), layer(on_layer) {}

    const Stage& stage;
    Layer& layer;
    std::vector<std::string> around =
        {};  // keys of the nodes around what is laid out, outermost first
    std::optional<app::Message> submits = {};  // of the form around it
    bool at_foot = false;
    std::string pane = {};  // that it is laid out in
    int parts = 0;          // of the document, that have keys

    [[nodiscard]] const Theme& theme() const { return stage.theme; }

    // Moves the column down by the text's height.
    void paragraph(Column& column, const Paragraph& paragraph);
    // The same for a text of one style.
    void text(Column& column, std::string_view text, Style style, Colour colour, float line_height);

    // A box that is filled in later, below what is drawn after it: its index for finish_box().
    std::size_t begin_box(const Box& box);
    void finish_box(std::size_t index, float bottom);
    [[nodiscard]] Box& box_at(std::size_t index);

    void icon(Icon icon, const Rect& rect, Colour colour);

    // Parts of a document have no keys of their own: the document's, and how many there were before it. The DOM
    // view counts the same (web/panel/view/document.tsx).
    std::string next_part_key();

    // All that is laid out between the two is `width` wide, and is seen and scrolled in the rectangle.
    std::size_t begin_pane(std::string key, const Rect& rect, float width, float radius);
    void end_pane(std::size_t index, float bottom);

    // Something that takes the focus: its index for shapes and pieces, and a reference for rectangles.
    TargetIndex add_target(Target target);
    [[nodiscard]] Target& target(TargetIndex index) {
        return layer.targets[static_cast<std::size_t>(index)];
    }
};

}  // namespace ventanilla::canvas
