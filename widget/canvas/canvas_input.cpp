// The mouse, the finger and the keyboard of the canvas.

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "widget/canvas/canvas.h"

namespace ventanilla::canvas {
namespace {

constexpr float kWheelStep = 56;
constexpr float kLineStep = 40;
constexpr float kDragBegins = 8;

}  // namespace

std::optional<Stop> Canvas::stop_under(Point point) const {
    if (!area_.contains(point)) {
        return std::nullopt;
    }
    const bool over_head = head_window().clip.contains(point);
    const Window window = over_head ? head_window() : body_window();
    const Point at = {(point.x - window.origin.x) / window.scale,
                      (point.y - window.origin.y) / window.scale};
    const Stop begin = over_head ? 0 : page_.head.targets.size();
    const Stop end = over_head ? page_.head.targets.size() : stop_count(page_);
    for (Stop stop = begin; stop < end; ++stop) {
        const Target& target = target_at(page_, stop);
        if (std::ranges::any_of(target.rects,
                                [&](const Rect& rect) { return rect.contains(at); })) {
            return stop;
        }
    }
    return std::nullopt;
}

void Canvas::read_pointer() {
    const ImGuiIO& io = ImGui::GetIO();
    const bool here = ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows |
                                             ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    const bool finger = io.MouseSource == ImGuiMouseSource_TouchScreen;
    hovered_ = here ? stop_under({io.MousePos.x, io.MousePos.y}) : std::nullopt;
    if (here && io.MouseWheel != 0) {
        scroll_by(-io.MouseWheel * kWheelStep);
    }
    if (here && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        pressed_ = hovered_;
        dragging_ = true;
        dragged_ = 0;
        focus_.ring = false;
    }
    if (dragging_ && finger) {
        dragged_ += std::fabs(io.MouseDelta.y);
        if (dragged_ > kDragBegins * fonts_->scale()) {
            pressed_.reset();
            scroll_by(-io.MouseDelta.y / fonts_->scale());
        }
    }
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
        if (pressed_ && pressed_ == hovered_ && !target_at(page_, *pressed_).disabled) {
            const Stop stop = *pressed_;
            move_focus(stop, false);
            use(stop);
        }
        pressed_.reset();
        dragging_ = false;
    }
    if (hovered_ && finger) {
        hovered_ = pressed_;
    }
    if (hovered_ && !target_at(page_, *hovered_).disabled && !target_at(page_, *hovered_).input) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
}

void Canvas::read_keys() {
    if (!ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows)) {
        return;
    }
    const auto stop = focused_stop();
    const bool edits = stop && target_at(page_, *stop).input.has_value();
    if (ImGui::IsKeyPressed(ImGuiKey_Tab)) {
        const Place* place = find_place(page_, focus_.key);
        if (const auto next = next_stop(page_, stop, place, ImGui::GetIO().KeyShift ? -1 : 1)) {
            move_focus(*next, true);
        }
        return;
    }
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        // In a search box with a text in it, the box is emptied first.
        const bool empties = edits && target_at(page_, *stop).input->kind == InputKind::kSearch &&
                             !inputs_[focus_.key].value.empty();
        if (options_.closable && screen_->close && screen_->close->message && !empties) {
            messages_.push_back(*screen_->close->message);
        }
        return;
    }
    if (edits) {
        return;
    }
    const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                       ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
    const bool space = ImGui::IsKeyPressed(ImGuiKey_Space, false);
    if (stop && (enter || space)) {
        const Role role = target_at(page_, *stop).role;
        if (role == Role::kButton || (role == Role::kLink && enter) ||
            ((role == Role::kRadio || role == Role::kCheck) && space)) {
            use(*stop);
            return;
        }
    }
    read_arrows(stop);
}

void Canvas::read_arrows(const std::optional<Stop>& stop) {
    const bool down = ImGui::IsKeyPressed(ImGuiKey_DownArrow);
    const bool up = ImGui::IsKeyPressed(ImGuiKey_UpArrow);
    if (stop && target_at(page_, *stop).role == Role::kRadio) {
        const bool on = down || ImGui::IsKeyPressed(ImGuiKey_RightArrow);
        const bool back = up || ImGui::IsKeyPressed(ImGuiKey_LeftArrow);
        if (on || back) {
            const Stop next = next_in_group(page_, *stop, on ? 1 : -1);
            move_focus(next, true);
            use(next);
        }
        return;
    }
    const float seen = body_window().clip.height / fonts_->scale();
    if (down || up) {
        scroll_by(down ? kLineStep : -kLineStep);
    } else if (ImGui::IsKeyPressed(ImGuiKey_PageDown) || ImGui::IsKeyPressed(ImGuiKey_Space)) {
        scroll_by(seen - kLineStep);
    } else if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) {
        scroll_by(kLineStep - seen);
    } else if (ImGui::IsKeyPressed(ImGuiKey_Home)) {
        scroll_by(-scroll_);
    } else if (ImGui::IsKeyPressed(ImGuiKey_End)) {
        scroll_by(most_scroll());
    }
}

}  // namespace ventanilla::canvas
