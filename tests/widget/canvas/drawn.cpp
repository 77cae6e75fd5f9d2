#include "tests/widget/canvas/drawn.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <memory>

#include "widget/canvas/fonts/embedded.h"

namespace ventanilla::test {
namespace {

struct Cut {
    explicit Cut(float scale) : fonts(atlas, canvas::embedded_fonts(), scale) {}

    ImFontAtlas atlas;
    canvas::Fonts fonts;
};

Cut& cut_at(float scale) {
    static std::map<float, std::unique_ptr<Cut>> cuts;
    auto& cut = cuts[scale];
    if (!cut) {
        cut = std::make_unique<Cut>(scale);
    }
    return *cut;
}

}  // namespace

canvas::Fonts& fonts_at(float scale) {
    return cut_at(scale).fonts;
}

std::string without_spaces(const std::string& text) {
    std::string result;
    std::ranges::copy_if(text, std::back_inserter(result),
                         [](char c) { return c != ' ' && c != '\n'; });
    return result;
}

std::string text_of(const canvas::Layer& layer) {
    std::string text;
    for (const canvas::Shape& shape : layer.shapes) {
        if (const auto* piece = std::get_if<canvas::Text>(&shape)) {
            text += without_spaces(piece->text);
        }
    }
    return text;
}

Drawn::Drawn(canvas::Size with_size, float scale)
    : fonts(fonts_at(scale)), canvas(fonts, platform, {.accent = "#0b5c6b", .closable = true}),
      size(with_size), context_(ImGui::CreateContext(&cut_at(scale).atlas)) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DisplaySize = {size.width, size.height};
    io.ConfigInputTrickleEventQueue = false;
}

Drawn::~Drawn() {
    ImGui::DestroyContext(context_);
}

void Drawn::frame() {
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    canvas.draw({0, 0, size.width, size.height});
    ImGui::Render();
}

void Drawn::settle() {
    constexpr int kMost = 10;
    int frames = 0;
    do {
        frame();
        ++frames;
    } while (frames < 2 || (canvas.needs_frame() && frames < kMost));
}

void Drawn::show(app::Screen screen) {
    canvas.set_screen(std::move(screen));
    settle();
}

void Drawn::move_to(canvas::Point point) {
    ImGui::GetIO().AddMousePosEvent(point.x, point.y);
    frame();
}

void Drawn::click(const std::string& key) {
    INFO("target " << key);
    auto rect = canvas.place_on_screen(key);
    REQUIRE(rect.has_value());
    while (rect->bottom() > size.height) {
        const float before = rect->y;
        move_to({size.width / 2, size.height / 2});
        wheel(-1);
        rect = canvas.place_on_screen(key);
        REQUIRE(rect->y < before);
    }
    move_to({rect->x + rect->width / 2, rect->y + rect->height / 2});
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frame();
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    frame();
}

void Drawn::press(ImGuiKey key, bool shift) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Shift, shift);
    io.AddKeyEvent(key, true);
    frame();
    io.AddKeyEvent(key, false);
    io.AddKeyEvent(ImGuiMod_Shift, false);
    settle();
}

void Drawn::wheel(float steps) {
    ImGui::GetIO().AddMouseWheelEvent(0, steps);
    settle();
}

std::string Drawn::text() const {
    return text_of(canvas.page().head) + text_of(canvas.page().body);
}

}  // namespace ventanilla::test
