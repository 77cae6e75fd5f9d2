#include "widget/canvas/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "widget/canvas/layout.h"

namespace ventanilla::canvas {
namespace {

constexpr ImGuiWindowFlags kWindowFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground |
    ImGuiWindowFlags_NoBringToFrontOnFocus;

bool has_texts(const app::Screen& screen) {
    return screen.id != app::ScreenId::kLoading && screen.id != app::ScreenId::kUnavailable;
}

}  // namespace

Canvas::Canvas(const Fonts& fonts, Platform& platform, Options options)
    : fonts_(&fonts), platform_(platform) {
    set_options(std::move(options));
}

void Canvas::set_screen(app::Screen screen) {
    elsewhere_ =
        elsewhere_ || !screen_ || screen_->id != screen.id || screen_->title != screen.title;
    screen_ = std::move(screen);
    refresh();
}

void Canvas::set_options(Options options) {
    options_ = std::move(options);
    theme_ = make_theme(options_.accent, options_.dark);
    refresh();
}

void Canvas::set_fonts(const Fonts& fonts) {
    fonts_ = &fonts;
    refresh();
}

void Canvas::refresh() {
    stale_ = true;
    dirty_ = true;
    platform_.request_frame();
}

void Canvas::focus(std::string_view key, bool ring) {
    if (key.empty()) {
        focus_ = {};
    }
    wanted_focus_ = key;
    wanted_ring_ = ring;
    refresh();
}

std::vector<app::Message> Canvas::take_messages() {
    return std::exchange(messages_, {});
}

bool Canvas::needs_frame() const {
    const auto waits = [](const Shape& shape) { return std::holds_alternative<Waiting>(shape); };
    return dirty_ || glide_.moves() ||
           (!options_.still && std::ranges::any_of(page_.body.shapes, waits));
}

void Canvas::draw(const Rect& area) {
    stale_ = stale_ || area.width != area_.width || area.height != area_.height;
    area_ = area;
    dirty_ = false;
    ImGui::SetNextWindowPos({area.x, area.y});
    ImGui::SetNextWindowSize({area.width, area.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("Ventanilla", nullptr, kWindowFlags);
    ImGui::PopStyleVar(3);
    lay_out_if_needed();
    scroll_down(glide_.step(platform_.now()));
    if (screen_ && has_texts(*screen_)) {
        read_pointer();
        read_keys();
    }
    paint_all();
    ImGui::End();
}

void Canvas::lay_out_if_needed() {
    if (!stale_ || !screen_) {
        return;
    }
    stale_ = false;
    page_ = {};
    ++arrangement_;
    hovered_.reset();
    pressed_.reset();
    if (!has_texts(*screen_)) {
        return;
    }
    const float scale = fonts_->scale();
    page_ = lay_out({.screen = *screen_,
                     .fonts = *fonts_,
                     .theme = theme_,
                     .platform = platform_,
                     .view = {area_.width / scale, area_.height / scale},
                     .closable = options_.closable,
                     .still = options_.still});
    if (std::exchange(elsewhere_, false)) {
        const auto stop = focused_stop();
        const bool edits = stop && target_at(page_, *stop).input.has_value();
        scroll_ = edits ? scroll_ : 0;
        panes_.clear();
        glide_.stop();
    }
    scroll_ = std::clamp(scroll_, 0.0F, most_scroll());
    keep_focus();
}

// What the app wants has the focus; else it stays where it is, and is never lost with a node that goes.
void Canvas::keep_focus() {
    if (const std::string key = std::exchange(wanted_focus_, {}); !key.empty()) {
        if (const auto stop = find_stop(page_, key)) {
            move_focus(*stop, wanted_ring_);
            return;
        }
        if (const Place* place = find_place(page_, key)) {
            focus_ = {place->key, place->around, wanted_ring_};
            if (place->heads_text) {
                show_at_top(place->rect);
            } else if (key != "title") {
                show(place->rect);
            }
            return;
        }
    }
    if (focus_.key.empty() || focused_stop() || find_place(page_, focus_.key) != nullptr) {
        return;
    }
    std::vector<std::string> heirs = focus_.around;
    heirs.emplace_back("title");
    for (const std::string& key : heirs) {
        if (const Place* place = find_place(page_, key)) {
            focus_ = {place->key, place->around, focus_.ring};
            return;
        }
    }
}

void Canvas::paint_all() {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({area_.x, area_.y}, {area_.right(), area_.bottom()}, theme_.surface);
    const Window head = head_window();
    const Window body = body_window();
    const auto heads = static_cast<TargetIndex>(page_.head.targets.size());
    const TargetIndex hovered = hovered_ ? static_cast<TargetIndex>(*hovered_) : kNoTarget;
    const auto stop = focus_.ring ? focused_stop() : std::nullopt;

    ImGui::PushClipRect({body.clip.x, body.clip.y}, {body.clip.right(), body.clip.bottom()}, true);
    paint(list, page_.body, body, hovered >= heads ? hovered - heads : kNoTarget, panes_, *fonts_,
          platform_);
    edit_inputs();
    if (stop && !in_head(page_, *stop)) {
        paint_ring(list, target_at(page_, *stop), rects_of(target_at(page_, *stop)), body);
    }
    paint_thumb(list, body, page_.body.height, theme_.edge);
    ImGui::PopClipRect();

    paint(list, page_.head, head, hovered < heads ? hovered : kNoTarget, panes_, *fonts_,
          platform_);
    if (stop && in_head(page_, *stop)) {
        paint_ring(list, target_at(page_, *stop), target_at(page_, *stop).rects, head);
    }
}

void Canvas::edit_inputs() {
    const Window window = body_window();
    for (const Target& target : page_.body.targets) {
        if (!target.input) {
            continue;
        }
        TextInput input = *target.input;
        Input& known = inputs_[target.key];
        // The customer's own text stays until the app has a newer one.
        const bool ours = focus_.key == target.key && known.revision >= target.revision;
        if (!ours) {
            known = {std::max(known.revision, target.revision), input.value};
        }
        input.value = known.value;
        input.rect = window.to_units(input.rect);
        input.scale = window.scale;
        input.take_focus = input_to_take_ == target.key;
        input.drop_focus = input_to_drop_ == target.key;
        if (input.rect.bottom() < window.clip.y || input.rect.y > window.clip.bottom()) {
            continue;
        }
        take_edit(target, platform_.edit(input));
    }
    input_to_take_.clear();
    input_to_drop_.clear();
}

void Canvas::take_edit(const Target& target, const Edit& edit) {
    if (edit.focused && focus_.key != target.key) {
        focus_ = {target.key, target.around, true};
    }
    if (edit.value && !target.input->read_only) {
        Input& known = inputs_[target.key];
        known.revision = std::max(known.revision, target.revision) + 1;
        known.value = *edit.value;
        messages_.emplace_back(app::Typed{target.key, known.value, known.revision});
    }
    if (edit.submitted && target.submits) {
        messages_.push_back(*target.submits);
    }
}

void Canvas::use(Stop stop) {
    const Target& target = target_at(page_, stop);
    if (target.disabled) {
        return;
    }
    if (target.input) {
        input_to_take_ = target.key;
        dirty_ = true;
    } else if (!target.address.empty()) {
        platform_.open(target.address);
    } else if (target.message) {
        messages_.push_back(*target.message);
    }
}

void Canvas::move_focus(Stop stop, bool ring) {
    const auto before = focused_stop();
    if (before && target_at(page_, *before).input && *before != stop) {
        input_to_drop_ = focus_.key;
    }
    const Target& target = target_at(page_, stop);
    // Who edits a text sees where, however it was come to.
    focus_ = {target.key, target.around, ring || target.input.has_value()};
    if (target.input) {
        input_to_take_ = target.key;
    }
    // An input is shown with its label.
    const Place* place = target.input ? find_place(page_, target.key) : nullptr;
    if (place != nullptr) {
        show(place->rect);
    } else if (!in_head(page_, stop) && !target.rects.empty()) {
        show_in_pane(target);
        Rect whole = target.rects.front();
        for (const Rect& line : target.rects) {
            whole = whole.with(line);
        }
        show(whole);
    }
    dirty_ = true;
}

std::optional<Stop> Canvas::focused_stop() const {
    for (Stop stop = 0; stop < stop_count(page_); ++stop) {
        if (target_at(page_, stop).key == focus_.key) {
            return stop;
        }
    }
    return std::nullopt;
}

}  // namespace ventanilla::canvas
