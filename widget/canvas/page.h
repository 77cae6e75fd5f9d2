// widget/canvas/page.h
//
// A screen, laid out for one width: what is drawn, in order, and what can be used, in the order of the Tab key. Made
// by layout.h, painted by paint.h, read by tests. All in CSS pixels; colours are the theme's.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "widget/app/message.h"
#include "widget/canvas/fonts.h"
#include "widget/canvas/geometry.h"
#include "widget/canvas/icons.h"
#include "widget/canvas/platform.h"
#include "widget/canvas/theme.h"

namespace ventanilla::canvas {

// An index into Layer::targets, or kNoTarget.
using TargetIndex = int;
inline constexpr TargetIndex kNoTarget = -1;

struct Box {
    Rect rect = {};
    Colour fill = 0;
    Colour edge = 0;
    float edge_width = 1;
    float radius = 0;
    bool round_top = true;
    bool round_bottom = true;
    bool dashed = false;
    TargetIndex target = kNoTarget;  // under the pointer it has these colours instead
    Colour hover_fill = 0;
    Colour hover_edge = 0;
};

// A piece of one line.
struct Text {
    Rect rect = {};      // its line's height, its own measured width
    float baseline = 0;  // what its letters stand on
    std::string text = {};
    Style style = {};
    Colour colour = 0;
    bool underlined = false;
    TargetIndex target = kNoTarget;
};

struct Drawing {
    Rect rect = {};
    Icon icon = Icon::kHelp;
    Colour colour = 0;
};

struct Image {
    Rect rect = {};
    std::string address = {};
    float radius = 0;
};

// A bar of which it is not known how far it has come.
struct Waiting {
    Rect rect = {};
    Colour colour = 0;
    bool still = false;
};

// What follows is seen through the rectangle alone, and can be scrolled sideways in it; until the next one, or one
// without a key, which ends it.
struct Pane {
    Rect rect = {};
    std::string key = {};
    float width = 0;  // of all that is in it
    Colour thumb = 0;
};

using Shape = std::variant<Box, Text, Drawing, Image, Waiting, Pane>;

enum class Role { kButton, kLink, kRadio, kCheck, kInput, kPane };

struct Target {
    std::string key = {};
    Role role = Role::kButton;
    std::string name = {};
    std::vector<Rect> rects = {};
    std::optional<app::Message> message = {};  // what using it reports
    std::string address = {};                  // where it leads out of the app
    std::string group = {};                    // kRadio: the key of its choice
    std::string pane = {};                     // the key of the pane that it is in
    float across = 0;                          // kPane: how far it can be scrolled
    bool chosen = false;                       // kRadio, kCheck
    bool disabled = false;
    std::vector<std::string> around = {};      // keys of the nodes around it, innermost first
    std::optional<TextInput> input = {};       // kInput; `rect` is that of the text, in CSS pixels
    std::optional<app::Message> submits = {};  // kInput: what Enter reports
    std::uint32_t revision = 0;                // kInput
    float radius = 4;                          // of the focus ring
    Colour ring = 0;
};

// Where a node was drawn, its children included.
struct Place {
    std::string key = {};
    Rect rect = {};
    std::vector<std::string> around = {};
    bool heads_text = false;  // a document's heading: what is read stands below it
};

struct Layer {
    std::vector<Shape> shapes = {};
    std::vector<Target> targets = {};
    std::vector<Place> places = {};
    float height = 0;
};

struct Page {
    Layer head;  // stays in place, above the body
    Layer body;
};

}  // namespace ventanilla::canvas
