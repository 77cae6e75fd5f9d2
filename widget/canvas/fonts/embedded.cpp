#include "widget/canvas/fonts/embedded.h"

// Made at build time (see CMakeLists.txt).
extern const unsigned char kRegularFont[];
extern const unsigned long kRegularFontSize;
extern const unsigned char kStrongFont[];
extern const unsigned long kStrongFontSize;
extern const unsigned char kItalicFont[];
extern const unsigned long kItalicFontSize;
extern const unsigned char kMonoFont[];
extern const unsigned long kMonoFontSize;

namespace ventanilla::canvas {
namespace {

std::string_view view(const unsigned char* bytes, unsigned long size) {
    return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace

FontBytes embedded_fonts() {
    return {.regular = view(kRegularFont, kRegularFontSize),
            .strong = view(kStrongFont, kStrongFontSize),
            .italic = view(kItalicFont, kItalicFontSize),
            .mono = view(kMonoFont, kMonoFontSize)};
}

}  // namespace ventanilla::canvas
