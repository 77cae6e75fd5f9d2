// widget/canvas/paint.h
//
// Paints a laid out layer with Dear ImGui's draw lists: the one place that turns CSS pixels into its units, on whole
// ones, so that lines and letters are crisp.
#pragma once

#include <map>
#include <string>

#include "widget/canvas/page.h"

struct ImDrawList;

namespace ventanilla::canvas {

// Where a layer is seen.
struct Window {
    Point origin;  // of the layer, in Dear ImGui's units
    Rect clip;     // what can be seen, in Dear ImGui's units
    float scale = 1;

    [[nodiscard]] Rect to_units(const Rect& rect) const;
    [[nodiscard]] Point to_layer(Point point) const;
};

// How far panes are scrolled, by key, in CSS pixels.
using PaneScrolls = std::map<std::string, float, std::less<>>;

void paint(ImDrawList& list, const Layer& layer, const Window& window, TargetIndex hovered,
           const PaneScrolls& scrolls, const Fonts& fonts, Platform& platform);

// The sign of the focus around a target, which is drawn at `rects` of the layer.
void paint_ring(ImDrawList& list, const Target& target, const std::vector<Rect>& rects,
                const Window& window);

// Where in the layer one is; nothing where all of it can be seen.
void paint_thumb(ImDrawList& list, const Window& window, float height, Colour colour);

}  // namespace ventanilla::canvas
