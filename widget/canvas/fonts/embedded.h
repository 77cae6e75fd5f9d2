// widget/canvas/fonts/embedded.h
//
// The canvas's fonts, inside the program. In the browser they are files of their own.
#pragma once

#include "widget/canvas/fonts.h"

namespace ventanilla::canvas {

FontBytes embedded_fonts();

}  // namespace ventanilla::canvas
