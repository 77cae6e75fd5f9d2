// What part of the page is seen: scrolling, and where things are then.

#include <algorithm>
#include <cmath>
#include <utility>

#include "widget/canvas/canvas.h"

namespace ventanilla::canvas {
namespace {

const Target* find_pane(const Layer& layer, std::string_view key) {
    const auto pane = std::ranges::find_if(layer.targets, [&](const Target& target) {
        return target.role == Role::kPane && target.key == key;
    });
    return pane == layer.targets.end() ? nullptr : &*pane;
}

}  // namespace

void Canvas::scroll_by(float across, float down) {
    glide_.stop();
    scroll_down(down);
    scroll_pane(focus_.key, across);
}

void Canvas::scroll_down(float distance) {
    const float before =
        std::exchange(scroll_, std::clamp(scroll_ + distance, 0.0F, most_scroll()));
    dirty_ = dirty_ || scroll_ != before;
    if (distance != 0 && scroll_ == before) {
        glide_.stop();
    }
}

void Canvas::scroll_pane(std::string_view key, float distance) {
    const Target* pane = find_pane(page_.body, key);
    if (pane == nullptr || distance == 0) {
        return;
    }
    float& scroll = panes_[pane->key];
    const float before = std::exchange(scroll, std::clamp(scroll + distance, 0.0F, pane->across));
    if (scroll != before) {
        ++arrangement_;
        dirty_ = true;
    }
}

// Scrolls the body so far that the rectangle, and a little around it, can be seen.
void Canvas::show(const Rect& rect) {
    constexpr float kAround = 12;
    const float seen = body_window().clip.height / fonts_->scale();
    const float before = scroll_;
    scroll_ = std::max(scroll_, rect.bottom() + kAround - seen);
    scroll_ = std::clamp(std::min(scroll_, rect.y - kAround), 0.0F, most_scroll());
    dirty_ = dirty_ || scroll_ != before;
}

void Canvas::show_at_top(const Rect& rect) {
    const float seen = body_window().clip.height / fonts_->scale();
    show({rect.x, rect.y, rect.width, std::max(rect.height, seen)});
}

void Canvas::show_in_pane(const Target& target) {
    if (const Target* pane = find_pane(page_.body, target.pane)) {
        const Rect& frame = pane->rects.front();
        const Rect rect = moved_rects(target).front();
        scroll_pane(pane->key, std::max(0.0F, rect.right() - frame.right()));
        scroll_pane(pane->key, std::min(0.0F, rect.x - frame.x));
    }
}

std::vector<Rect> Canvas::rects_of(const Target& target) const {
    std::vector<Rect> rects = moved_rects(target);
    if (const Target* pane = find_pane(page_.body, target.pane)) {
        for (Rect& rect : rects) {
            rect = rect.within(pane->rects.front());
        }
    }
    return rects;
}

std::vector<Rect> Canvas::moved_rects(const Target& target) const {
    std::vector<Rect> rects = target.rects;
    if (const auto pane = panes_.find(target.pane); pane != panes_.end()) {
        for (Rect& rect : rects) {
            rect.x -= pane->second;
        }
    }
    return rects;
}

std::optional<Stop> Canvas::stop_under(Point point) const {
    if (!area_.contains(point)) {
        return std::nullopt;
    }
    const bool over_head = head_window().clip.contains(point);
    const Point at = (over_head ? head_window() : body_window()).to_layer(point);
    const Stop begin = over_head ? 0 : page_.head.targets.size();
    const Stop end = over_head ? page_.head.targets.size() : stop_count(page_);
    for (Stop stop = begin; stop < end; ++stop) {
        const Target& target = target_at(page_, stop);
        const auto meets = [&](const Rect& rect) { return rect.contains(at); };
        if (target.role != Role::kPane && std::ranges::any_of(rects_of(target), meets)) {
            return stop;
        }
    }
    return std::nullopt;
}

std::string Canvas::pane_under(Point point) const {
    const Window window = body_window();
    if (!window.clip.contains(point)) {
        return {};
    }
    const Point at = window.to_layer(point);
    for (const Target& target : page_.body.targets) {
        if (target.role == Role::kPane && target.rects.front().contains(at)) {
            return target.key;
        }
    }
    return {};
}

std::optional<Rect> Canvas::place_on_screen(std::string_view key) const {
    const auto stop = find_stop(page_, key);
    if (!stop || target_at(page_, *stop).rects.empty()) {
        return std::nullopt;
    }
    const Window window = in_head(page_, *stop) ? head_window() : body_window();
    return window.to_units(moved_rects(target_at(page_, *stop)).front());
}

bool Canvas::in_view(std::string_view key) const {
    const auto rect = place_on_screen(key);
    return rect && stop_under({rect->x + rect->width / 2, rect->y + rect->height / 2}) ==
                       find_stop(page_, key);
}

Window Canvas::head_window() const {
    const float scale = fonts_->scale();
    Rect clip = area_;
    clip.height = std::min(area_.height, std::round(page_.head.height * scale));
    return {{area_.x, area_.y}, clip, scale};
}

Window Canvas::body_window() const {
    const float scale = fonts_->scale();
    const float head = head_window().clip.height;
    const Rect clip = {area_.x, area_.y + head, area_.width, area_.height - head};
    return {{clip.x, clip.y - std::round(scroll_ * scale)}, clip, scale};
}

float Canvas::most_scroll() const {
    return std::max(0.0F, page_.body.height - body_window().clip.height / fonts_->scale());
}

}  // namespace ventanilla::canvas
