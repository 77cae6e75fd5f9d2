#include "examples/native/script.h"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>

#include "examples/native/pictures.h"

namespace ventanilla::native {
namespace {

constexpr double kPatience = 20;  // seconds for one step
constexpr int kFramesBetween = 4;

[[noreturn]] void fail(const std::string& sentence) {
    std::cerr << "script: " << sentence << '\n';
    std::exit(1);
}

const std::map<std::string, ImGuiKey> kKeys = {{"tab", ImGuiKey_Tab},
                                               {"enter", ImGuiKey_Enter},
                                               {"escape", ImGuiKey_Escape},
                                               {"space", ImGuiKey_Space},
                                               {"down", ImGuiKey_DownArrow}};

}  // namespace

Script::Script(const std::string& file) {
    // Each frame is to see all events that were fed before it.
    ImGui::GetIO().ConfigInputTrickleEventQueue = false;
    std::ifstream lines(file);
    if (!lines) {
        fail(file + " cannot be read");
    }
    for (std::string line; std::getline(lines, line);) {
        const std::size_t space = line.find(' ');
        if (!line.empty() && line.front() != '#') {
            steps_.push_back(
                {line.substr(0, space), space == std::string::npos ? "" : line.substr(space + 1)});
        }
    }
}

bool Script::play(const canvas::Canvas& canvas, const app::Screen& screen, double now) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(mouse_.x, mouse_.y);
    if (held_) {
        io.AddKeyEvent(static_cast<ImGuiKey>(*held_), false);
        held_.reset();
    }
    if (pause_ > 0) {
        --pause_;
        return true;
    }
    if (steps_.empty()) {
        return true;
    }
    if (since_ == 0) {
        since_ = now;
    }
    if (steps_.front().verb == "quit") {
        return false;
    }
    if (play_step(canvas, screen)) {
        steps_.pop_front();
        since_ = 0;
        pause_ = kFramesBetween;
    } else if (now - since_ > kPatience) {
        fail(steps_.front().verb + " " + steps_.front().rest +
             ": it is not there, on the screen «" + screen.title + "»");
    }
    return true;
}

// False while it is not yet time for it.
bool Script::play_step(const canvas::Canvas& canvas, const app::Screen& screen) {
    ImGuiIO& io = ImGui::GetIO();
    const auto& [verb, rest] = steps_.front();
    if (verb == "click") {
        return click(canvas, rest);
    }
    if (verb == "type") {
        io.AddInputCharactersUTF8(rest.c_str());
        return true;
    }
    if (verb == "key") {
        const auto key = kKeys.find(rest);
        if (key == kKeys.end()) {
            fail("no key is named " + rest);
        }
        io.AddKeyEvent(key->second, true);
        held_ = key->second;
        return true;
    }
    if (verb == "scroll") {
        move_mouse({io.DisplaySize.x / 2, io.DisplaySize.y / 2});
        io.AddMouseWheelEvent(0, std::strtof(rest.c_str(), nullptr));
        return true;
    }
    if (verb == "picture") {
        picture_ = rest;
        return true;
    }
    const bool drawn = canvas::find_place(canvas.page(), rest) != nullptr;
    if (verb == "wait") {
        return drawn;
    }
    if (verb == "say") {
        app::for_each_node(screen, [&](const app::Node& node) {
            if (node.key == rest) {
                std::cout << node.value << std::endl;
            }
        });
        return drawn;
    }
    fail("there is no step " + verb);
}

// The mouse goes there in one frame, the button goes down in another and up in a third.
bool Script::click(const canvas::Canvas& canvas, const std::string& key) {
    ImGuiIO& io = ImGui::GetIO();
    const auto rect = canvas.place_on_screen(key);
    if (!rect) {
        return false;
    }
    const float middle = rect->y + rect->height / 2;
    if (pressed_frames_ == 0 && !canvas.in_view(key)) {
        move_mouse({io.DisplaySize.x / 2, io.DisplaySize.y - 1});
        io.AddMouseWheelEvent(0, middle < io.DisplaySize.y / 2 ? 1.0F : -1.0F);
        return false;
    }
    if (pressed_frames_ == 0) {
        move_mouse({rect->x + rect->width / 2, middle});
    }
    ++pressed_frames_;
    if (pressed_frames_ == 2 || pressed_frames_ == 4) {
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, pressed_frames_ == 2);
    }
    if (pressed_frames_ < 4) {
        return false;
    }
    pressed_frames_ = 0;
    return true;
}

void Script::move_mouse(canvas::Point to) {
    mouse_ = to;
    ImGui::GetIO().AddMousePosEvent(to.x, to.y);
}

void Script::after_frame(int width, int height) {
    if (picture_.empty() || pause_ > 1) {
        return;
    }
    std::vector<unsigned char> rgba(static_cast<std::size_t>(width) *
                                    static_cast<std::size_t>(height) * 4);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
    if (!write_png(picture_, width, height, rgba)) {
        fail(picture_ + " cannot be written");
    }
    picture_.clear();
}

}  // namespace ventanilla::native
