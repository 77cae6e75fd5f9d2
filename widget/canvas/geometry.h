// widget/canvas/geometry.h
//
// Points, sizes and rectangles. The canvas lays out in CSS pixels, so that its measures can be compared with the
// DOM view's; only widget/canvas/paint.cpp and what talks to the platform turn them into Dear ImGui's units.
#pragma once

#include <algorithm>

namespace ventanilla::canvas {

struct Point {
    float x = 0;
    float y = 0;
};

struct Size {
    float width = 0;
    float height = 0;
};

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    [[nodiscard]] float right() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    [[nodiscard]] bool contains(Point point) const {
        return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
    }
    [[nodiscard]] Rect moved(Point by) const { return {x + by.x, y + by.y, width, height}; }
    [[nodiscard]] Rect scaled(float factor) const {
        return {x * factor, y * factor, width * factor, height * factor};
    }
    // Smaller by `margin` on each side; larger, where that is negative.
    [[nodiscard]] Rect inset(float margin) const {
        return {x + margin, y + margin, width - 2 * margin, height - 2 * margin};
    }
    // The smallest that holds both.
    [[nodiscard]] Rect with(const Rect& other) const {
        const float left = std::min(x, other.x);
        const float top = std::min(y, other.y);
        return {left, top, std::max(right(), other.right()) - left,
                std::max(bottom(), other.bottom()) - top};
    }
    // What of it is within a frame; without width, where that is nothing.
    [[nodiscard]] Rect within(const Rect& frame) const {
        const float left = std::clamp(x, frame.x, frame.right());
        const float top = std::clamp(y, frame.y, frame.bottom());
        return {left, top, std::clamp(right(), frame.x, frame.right()) - left,
                std::clamp(bottom(), frame.y, frame.bottom()) - top};
    }
};

}  // namespace ventanilla::canvas
