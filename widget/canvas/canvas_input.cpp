// The mouse, the finger and the keyboard of the canvas.

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "widget/canvas/canvas.h"

namespace ventanilla::canvas {
namespace {

constexpr float kLineStep = 40;
constexpr float kDragBegins = 8;

Point pointer() {
    const ImVec2 at = ImGui::GetIO().MousePos;
    return {at.x, at.y};
}

}  // namespace

void Canvas::read_pointer() {
    const ImGuiIO& io = ImGui::GetIO();
    const bool here = ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows |
                                             ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    const bool finger = io.MouseSource == ImGuiMouseSource_TouchScreen;
    hovered_ = here ? stop_under(pointer()) : std::nullopt;
    if (here && (io.MouseWheel != 0 || io.MouseWheelH != 0)) {
        glide_.stop();
        scroll_down(-io.MouseWheel * kWheelStep);
        scroll_pane(pane_under(pointer()), -io.MouseWheelH * kWheelStep);
    }
    if (here && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        // A finger comes down from nowhere: that it is elsewhere than the last one was is no drag.
        press();
    } else if (dragging_ && finger) {
        drag();
    }
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
        if (pressed_ && pressed_ == hovered_ && !target_at(page_, *pressed_).disabled) {
            const Stop stop = *pressed_;
            move_focus(stop, false);
            use(stop);
        } else if (here && !hovered_ && !drags()) {
            leave_focus();
        }
        pressed_.reset();
        if (std::exchange(dragging_, false) && finger && !options_.still && dragged_pane_.empty()) {
            glide_.release(platform_.now());
        }
    }
    if (hovered_ && finger) {
        hovered_ = pressed_;
    }
    if (hovered_ && !target_at(page_, *hovered_).disabled && !target_at(page_, *hovered_).input) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
}

bool Canvas::drags() const {
    return std::max(dragged_.width, dragged_.height) > kDragBegins;
}

// A press on nothing takes the focus away, and with it a keyboard on the screen.
void Canvas::leave_focus() {
    const auto stop = focused_stop();
    if (stop && target_at(page_, *stop).input) {
        input_to_drop_ = focus_.key;
    }
    focus_ = {};
    dirty_ = true;
}

void Canvas::press() {
    // A finger that stops a page which glides presses nothing.
    pressed_ = glide_.moves() ? std::nullopt : hovered_;
    glide_.stop();
    dragging_ = true;
    dragged_ = {};
    dragged_pane_.clear();
    focus_.ring = false;
}

// A finger that has begun to go sideways over something wider than it is drawn moves that, else the page.
void Canvas::drag() {
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    const float scale = fonts_->scale();
    const bool had_begun = drags();
    dragged_.width += std::fabs(moved.x) / scale;
    dragged_.height += std::fabs(moved.y) / scale;
    if (!drags()) {
        return;
    }
    pressed_.reset();
    if (!had_begun && dragged_.width > dragged_.height) {
        dragged_pane_ = pane_under(pointer());
    }
    if (!dragged_pane_.empty()) {
        scroll_pane(dragged_pane_, -moved.x / scale);
    } else if (moved.y != 0) {
        scroll_down(-moved.y / scale);
        glide_.drag(-moved.y / scale, platform_.now());
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
    const bool left = ImGui::IsKeyPressed(ImGuiKey_LeftArrow);
    if (left || ImGui::IsKeyPressed(ImGuiKey_RightArrow)) {
        scroll_by(left ? -kLineStep : kLineStep, 0);
    }
    const float seen = body_window().clip.height / fonts_->scale();
    if (down || up) {
        scroll_by(0, down ? kLineStep : -kLineStep);
    } else if (ImGui::IsKeyPressed(ImGuiKey_PageDown) || ImGui::IsKeyPressed(ImGuiKey_Space)) {
        scroll_by(0, seen - kLineStep);
    } else if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) {
        scroll_by(0, kLineStep - seen);
    } else if (ImGui::IsKeyPressed(ImGuiKey_Home)) {
        scroll_by(0, -scroll_);
    } else if (ImGui::IsKeyPressed(ImGuiKey_End)) {
        scroll_by(0, most_scroll());
    }
}

}  // namespace ventanilla::canvas
