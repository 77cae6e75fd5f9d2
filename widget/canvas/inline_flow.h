// widget/canvas/inline_flow.h
//
// Sets running text: pieces of different faces and colours, links among them, flow into lines of one width.
//
//   float height = flow(layer, fonts, {.pieces = {{.text = "Hola", .style = {}, .colour = theme.ink}}}, at, width);
#pragma once

#include <string>
#include <vector>

#include "widget/canvas/page.h"

namespace ventanilla::canvas {

struct Piece {
    std::string text = {};
    Style style = {};
    Colour colour = 0;
    Colour ground = 0;  // painted behind its letters
    Colour frame = 0;   // drawn around its letters
    bool underlined = false;
    bool breaks = false;            // a line ends here; it has no text
    std::optional<Icon> icon = {};  // in the place of a text, as high as its style's letters
    TargetIndex target = kNoTarget;
};

struct Paragraph {
    std::vector<Piece> pieces = {};
    float line_height = 24;
    bool centred = false;
    bool keeps_lines = false;  // line feeds and spaces in a text are kept, as in code
};

// Into `layer`, from `at` on. Lines end at spaces; a word that is wider than a line is broken within. A target
// gets a rectangle for each line that its pieces are on. Gives the height in CSS pixels.
float flow(Layer& layer, const Fonts& fonts, const Paragraph& paragraph, Point at, float width);

// The same without drawing anything.
float flow_height(const Fonts& fonts, const Paragraph& paragraph, float width);

// The width that the longest line would like to have.
float natural_width(const Fonts& fonts, const Paragraph& paragraph);

}  // namespace ventanilla::canvas
