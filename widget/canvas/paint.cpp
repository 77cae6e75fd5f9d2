#include "widget/canvas/paint.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ventanilla::canvas {
namespace {

ImVec2 corner(const Rect& rect) {
    return {rect.x, rect.y};
}

ImVec2 opposite(const Rect& rect) {
    return {rect.right(), rect.bottom()};
}

class Painter {
public:
    Painter(ImDrawList& list, const Window& window, TargetIndex hovered, const PaneScrolls& scrolls,
            const Fonts& fonts, Platform& platform)
        : list_(list), whole_(window), window_(window), hovered_(hovered), scrolls_(scrolls),
          fonts_(fonts), platform_(platform) {}

    [[nodiscard]] bool sees(const Rect& rect) const {
        const Rect drawn = window_.to_units(rect);
        return drawn.x < window_.clip.right() && window_.clip.x < drawn.right() &&
               drawn.y < window_.clip.bottom() && window_.clip.y < drawn.bottom();
    }

    // Begins a pane, or ends it.
    void operator()(const Pane& pane) {
        if (pane_ != nullptr) {
            window_ = whole_;
            thumb(*pane_);
            list_.PopClipRect();
        }
        pane_ = pane.key.empty() ? nullptr : &pane;
        if (pane_ == nullptr) {
            return;
        }
        const Rect rect = whole_.to_units(pane.rect);
        list_.PushClipRect(corner(rect), opposite(rect), true);
        window_.origin.x -= std::round(across(pane) * window_.scale);
        window_.clip.x = std::max(window_.clip.x, rect.x);
        window_.clip.width = std::min(whole_.clip.right(), rect.right()) - window_.clip.x;
    }

    void operator()(const Box& box) {
        const bool hover = box.target != kNoTarget && box.target == hovered_;
        const Rect rect = window_.to_units(box.rect);
        const float radius = std::min(box.radius * window_.scale, rect.height / 2);
        const ImDrawFlags corners =
            box.radius <= 0
                ? ImDrawFlags_RoundCornersNone
                : (box.round_top ? ImDrawFlags_RoundCornersTop : 0) |
                      (box.round_bottom ? ImDrawFlags_RoundCornersBottom : 0) |
                      (box.round_top || box.round_bottom ? 0 : ImDrawFlags_RoundCornersNone);
        const Colour fill = hover && box.hover_fill != 0 ? box.hover_fill : box.fill;
        if (fill != 0) {
            list_.AddRectFilled(corner(rect), opposite(rect), fill, radius, corners);
        }
        const Colour edge = hover && box.hover_edge != 0 ? box.hover_edge : box.edge;
        if (edge != 0 && box.dashed) {
            dash(rect, radius, edge, width_of(box.edge_width));
        } else if (edge != 0) {
            outline(rect, radius, edge, width_of(box.edge_width));
        }
    }

    void operator()(const Text& text) {
        const auto [font, size] = fonts_.drawn(text.style);
        const float ascent = fonts_.ascent(text.style) * window_.scale;
        const float baseline = std::round(window_.origin.y + text.baseline * window_.scale);
        const float x = std::round(window_.origin.x + text.rect.x * window_.scale);
        list_.AddText(font, size, {x, std::round(baseline - ascent)}, text.colour, text.text.data(),
                      text.text.data() + text.text.size());
        if (text.underlined) {
            const bool hover = text.target != kNoTarget && text.target == hovered_;
            const float y = baseline + std::round(2 * window_.scale);
            const float width = width_of(hover ? 2.0F : 1.0F);
            list_.AddRectFilled({x, y}, {x + text.rect.width * window_.scale, y + width},
                                text.colour);
        }
    }

    void operator()(const Drawing& drawing) {
        draw_icon(list_, drawing.icon, window_.to_units(drawing.rect), drawing.colour);
    }

    void operator()(const Image& image) {
        const Picture picture = platform_.picture(image.address);
        const Rect rect = window_.to_units(image.rect);
        if (picture.texture != nullptr) {
            list_.AddImageRounded(picture.texture, corner(rect), opposite(rect), {0, 0}, {1, 1},
                                  IM_COL32_WHITE, image.radius * window_.scale);
        }
    }

    // A piece that goes from one end to the other, once in a while.
    void operator()(const Waiting& waiting) {
        constexpr double kSeconds = 1.6;
        constexpr float kShare = 0.35F;
        const double turn = waiting.still ? 0.5 : platform_.now() / kSeconds;
        const auto phase = static_cast<float>(turn - std::floor(turn));
        Rect piece = waiting.rect;
        const float from = waiting.rect.x + (phase * (1 + kShare) - kShare) * waiting.rect.width;
        const float to = from + kShare * waiting.rect.width;
        piece.x = std::max(from, waiting.rect.x);
        piece.width = std::min(to, waiting.rect.right()) - piece.x;
        const Rect rect = window_.to_units(piece);
        list_.AddRectFilled(corner(rect), opposite(rect), waiting.colour, rect.height / 2);
    }

private:
    // Where in the pane one is, along its bottom; nothing where all of it can be seen.
    void thumb(const Pane& pane) {
        if (pane.width <= pane.rect.width + 0.5F) {
            return;
        }
        constexpr float kCorner = 12;
        Rect rect = window_.to_units(pane.rect);
        rect.x += kCorner * window_.scale;
        rect.width -= 2 * kCorner * window_.scale;
        const float height = 4 * window_.scale;
        const float bottom = rect.bottom() - 3 * window_.scale;
        const float left = rect.x + across(pane) / pane.width * rect.width;
        const float length = pane.rect.width / pane.width * rect.width;
        list_.AddRectFilled({left, bottom - height}, {left + length, bottom}, pane.thumb,
                            height / 2);
    }

    [[nodiscard]] float across(const Pane& pane) const {
        const auto scroll = scrolls_.find(pane.key);
        return scroll == scrolls_.end() ? 0.0F : scroll->second;
    }

    [[nodiscard]] float width_of(float width) const {
        return std::max(1.0F, std::floor(width * window_.scale));
    }

    // Within the rectangle, as CSS draws borders.
    void outline(const Rect& rect, float radius, Colour colour, float width) {
        const Rect middle = rect.inset(width / 2);
        list_.PathRect(corner(middle), opposite(middle), std::max(0.0F, radius - width / 2));
        list_.PathStroke(colour, ImDrawFlags_Closed, width);
    }

    void dash(const Rect& rect, float radius, Colour colour, float width) {
        const Rect middle = rect.inset(width / 2);
        const float dash = 3 * width;
        for (float x = middle.x + radius; x < middle.right() - radius; x += 2 * dash) {
            const float end = std::min(x + dash, middle.right() - radius);
            list_.AddLine({x, middle.y}, {end, middle.y}, colour, width);
            list_.AddLine({x, middle.bottom()}, {end, middle.bottom()}, colour, width);
        }
        for (float y = middle.y + radius; y < middle.bottom() - radius; y += 2 * dash) {
            const float end = std::min(y + dash, middle.bottom() - radius);
            list_.AddLine({middle.x, y}, {middle.x, end}, colour, width);
            list_.AddLine({middle.right(), y}, {middle.right(), end}, colour, width);
        }
        constexpr float kQuarter = 1.5707963F;
        const ImVec2 centres[] = {{middle.right() - radius, middle.bottom() - radius},
                                  {middle.x + radius, middle.bottom() - radius},
                                  {middle.x + radius, middle.y + radius},
                                  {middle.right() - radius, middle.y + radius}};
        for (int i = 0; i < 4; ++i) {
            const float from = static_cast<float>(i) * kQuarter;
            list_.PathArcTo(centres[i], radius, from + 0.35F, from + kQuarter - 0.35F);
            list_.PathStroke(colour, ImDrawFlags_None, width);
        }
    }

    ImDrawList& list_;
    const Window& whole_;
    Window window_;  // of the layer, or of the pane
    const Pane* pane_ = nullptr;
    TargetIndex hovered_;
    const PaneScrolls& scrolls_;
    const Fonts& fonts_;
    Platform& platform_;
};

}  // namespace

Rect Window::to_units(const Rect& rect) const {
    const float left = std::round(origin.x + rect.x * scale);
    const float top = std::round(origin.y + rect.y * scale);
    return {left, top, std::round(origin.x + rect.right() * scale) - left,
            std::round(origin.y + rect.bottom() * scale) - top};
}

Point Window::to_layer(Point point) const {
    return {(point.x - origin.x) / scale, (point.y - origin.y) / scale};
}

void paint(ImDrawList& list, const Layer& layer, const Window& window, TargetIndex hovered,
           const PaneScrolls& scrolls, const Fonts& fonts, Platform& platform) {
    Painter painter(list, window, hovered, scrolls, fonts, platform);
    for (const Shape& shape : layer.shapes) {
        const Rect rect = std::visit([](const auto& drawn) { return drawn.rect; }, shape);
        if (std::holds_alternative<Pane>(shape) || painter.sees(rect)) {
            std::visit(painter, shape);
        }
    }
}

void paint_ring(ImDrawList& list, const Target& target, const std::vector<Rect>& rects,
                const Window& window) {
    constexpr float kWidth = 3;
    constexpr float kGap = 2;
    const float width = kWidth * window.scale;
    // Rows of a list touch one another: their ring lies within them.
    const bool is_row = target.role == Role::kLink && target.rects.size() == 1 && target.radius > 4;
    const float beyond = is_row ? -width / 2 : kGap * window.scale + width / 2;
    for (const Rect& rect : rects) {
        if (rect.width <= 0) {
            continue;
        }
        const Rect around = window.to_units(rect).inset(-beyond);
        const float radius = std::max(0.0F, target.radius * window.scale + beyond);
        list.AddRect(corner(around), opposite(around), target.ring, radius, 0, width);
    }
}

void paint_thumb(ImDrawList& list, const Window& window, float height, Colour colour) {
    const float seen = window.clip.height / window.scale;
    if (height <= seen) {
        return;
    }
    const float width = 4 * window.scale;
    const float margin = 2 * window.scale;
    const float length = std::max(24 * window.scale, window.clip.height * seen / height);
    const float past = (window.clip.y - window.origin.y) / window.scale / (height - seen);
    const float top = window.clip.y + (window.clip.height - length) * std::clamp(past, 0.0F, 1.0F);
    list.AddRectFilled({window.clip.right() - margin - width, top},
                       {window.clip.right() - margin, top + length}, colour, width / 2);
}

}  // namespace ventanilla::canvas
