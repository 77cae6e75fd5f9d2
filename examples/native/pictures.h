// examples/native/pictures.h
//
// Pictures of articles as pixels, by librsvg: SVG, as the demo's are.
#pragma once

#include <optional>
#include <string>

#include "widget/canvas/platform_glfw.h"

namespace ventanilla::native {

// Nothing for what is no SVG. Twice as fine as its own size, so that it is crisp on most screens.
std::optional<canvas::Pixels> rasterise(const std::string& svg);

// Writes pixels from the bottom row up, as OpenGL gives them, as PNG; false if the file cannot be written.
bool write_png(const std::string& file, int width, int height, std::vector<unsigned char>& rgba);

}  // namespace ventanilla::native
