// widget/canvas/platform.h
//
// The seam between the canvas and where it is drawn: what the canvas cannot do by itself. One implementation a
// platform, chosen in CMake: platform_null.cpp (tests), platform_glfw.cpp (native programs), platform_web.cpp (the
// WebAssembly module). A program that has its own way of doing these derives its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "widget/canvas/geometry.h"
#include "widget/canvas/theme.h"

namespace ventanilla::canvas {

// A picture of an article, ready to be drawn.
struct Picture {
    void* texture = nullptr;  // Dear ImGui's ImTextureID; null while it is not there
    Size size = {};           // in CSS pixels; zero while it is not there
    bool awaited = false;     // it is not there, and may still come
};

enum class InputKind { kSearch, kText, kLongText, kEmail, kTelephone, kDate };

// A text that is edited. Its frame is drawn; all within `rect` is the platform's, which lays a real input over it
// or edits it there.
struct TextInput {
    std::string key = {};
    InputKind kind = InputKind::kText;
    std::string label = {};
    std::string hint = {};   // shown while it is empty
    std::string value = {};  // what it has to hold now; never older than what edit() gave back
    Rect rect = {};          // in Dear ImGui's units
    float scale = 1;         // Dear ImGui's units for each CSS pixel
    Colour ink = 0;
    Colour hint_ink = 0;
    bool read_only = false;
    bool required = false;
    bool invalid = false;
    bool take_focus = false;  // once, when the focus is moved to it
    bool drop_focus = false;  // once, when the focus is moved away
};

struct Edit {
    std::optional<std::string> value = {};  // another text, by the customer
    bool focused = false;
    bool submitted = false;  // Enter, where that sends
};

class Platform {
public:
    virtual ~Platform() = default;

    // Called for each text input that can be seen, in each frame, within the canvas's window.
    virtual Edit edit(const TextInput& input) = 0;

    // The picture at a path on the help origin; asked for again in each frame until it is there.
    virtual Picture picture(std::string_view address) = 0;

    // Leads out of the app: tel:, mailto:, https:.
    virtual void open(std::string_view address) = 0;

    // An ISO 8601 date or time as people write it in that language.
    virtual std::string format_date(std::string_view value, std::string_view language) = 0;

    // Seconds that only grow, for what moves.
    virtual double now() = 0;

    // Something has changed and draw() should be called soon.
    virtual void request_frame() = 0;
};

}  // namespace ventanilla::canvas
