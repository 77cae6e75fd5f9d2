// widget/canvas/platform_glfw.h
//
// The platform of native programs with GLFW and OpenGL 3: text is edited by Dear ImGui, pictures are textures that
// the program fills, links go to the desktop.
//
//   canvas::GlfwPlatform platform(fonts);
//   for (const std::string& address : platform.take_wanted()) fetch(address);
//   platform.put(address, pixels);   // on the thread that draws; then help.refresh()
#pragma once

#include <map>
#include <string>
#include <vector>

#include "widget/canvas/fonts.h"
#include "widget/canvas/platform.h"

namespace ventanilla::canvas {

struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<unsigned char> rgba;  // rows from the top, alpha not multiplied in
    Size size;                        // in CSS pixels
};

class GlfwPlatform : public Platform {
public:
    // `fonts` has to live longer.
    explicit GlfwPlatform(const Fonts& fonts) : fonts_(fonts) {}

    Edit edit(const TextInput& input) override;
    Picture picture(std::string_view address) override;
    void open(std::string_view address) override;
    std::string format_date(std::string_view value, std::string_view language) override;
    double now() override;
    void request_frame() override;

    // What the app's effect asks for.
    static void copy(std::string_view text);

    // The pictures that were asked for since the last call, each once.
    std::vector<std::string> take_wanted();
    void put(const std::string& address, const Pixels& pixels);
    // There is no such picture: its alternative text is shown.
    void put_none(const std::string& address);

private:
    const Fonts& fonts_;
    std::map<std::string, std::string> texts_;  // of inputs, by key
    std::string take_again_;                    // the input that has the focus back after Enter
    std::map<std::string, Picture, std::less<>> pictures_;
    std::vector<std::string> wanted_;
};

}  // namespace ventanilla::canvas
