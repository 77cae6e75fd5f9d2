// A canvas without a window: Dear ImGui draws into lists that nobody paints, the mouse and the keyboard are events
// that a test adds, and the platform is the null one.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "widget/canvas/canvas.h"
#include "widget/canvas/platform_null.h"

namespace ventanilla::test {

class Drawn {
public:
    explicit Drawn(canvas::Size size = {360, 640}, float scale = 1);
    ~Drawn();
    Drawn(const Drawn&) = delete;
    Drawn& operator=(const Drawn&) = delete;

    // Shows a screen and draws it until nothing changes any more.
    void show(app::Screen screen);
    // One frame.
    void frame();
    // As many as Dear ImGui needs for events that are queued.
    void settle();

    void move_to(canvas::Point point);
    void click(const std::string& key);  // scrolls there first; fails the test if it is not drawn
    void press(ImGuiKey key, bool shift = false);
    void wheel(float steps);

    // What was reported since the last call.
    std::vector<app::Message> messages() { return canvas.take_messages(); }

    // As text_of() the head and the body.
    [[nodiscard]] std::string text() const;

    canvas::NullPlatform platform;
    const canvas::Fonts& fonts;
    canvas::Canvas canvas;
    canvas::Size size;

private:
    ImGuiContext* context_;
};

// The one font atlas of all tests, for a pixel ratio.
canvas::Fonts& fonts_at(float scale);

// All texts as drawn, without spaces; pieces of one line follow each other.
std::string text_of(const canvas::Layer& layer);

// A text as text_of() gives it.
std::string without_spaces(const std::string& text);

}  // namespace ventanilla::test
