#include "widget/canvas/fonts/embedded.h"

// Made at build time (see CMakeLists.txt).
extern const unsigned char ventanilla_font_regular[];
extern const unsigned long ventanilla_font_regular_size;
extern const unsigned char ventanilla_font_strong[];
extern const unsigned long ventanilla_font_strong_size;
extern const unsigned char ventanilla_font_italic[];
extern const unsigned long ventanilla_font_italic_size;
extern const unsigned char ventanilla_font_mono[];
extern const unsigned long ventanilla_font_mono_size;

namespace ventanilla::canvas {
namespace {

std::string_view view(const unsigned char* bytes, unsigned long size) {
    return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace

FontBytes embedded_fonts() {
    return {.regular = view(ventanilla_font_regular, ventanilla_font_regular_size),
            .strong = view(ventanilla_font_strong, ventanilla_font_strong_size),
            .italic = view(ventanilla_font_italic, ventanilla_font_italic_size),
            .mono = view(ventanilla_font_mono, ventanilla_font_mono_size)};
}

}  // namespace ventanilla::canvas
