// widget/canvas/icons.h
//
// Line drawings on a grid of 24, as in web/panel/view/icons.tsx. They say nothing that no text says.
#pragma once

#include "widget/canvas/geometry.h"
#include "widget/canvas/theme.h"

struct ImDrawList;

namespace ventanilla::canvas {

enum class Icon {
    kHelp,
    kBack,
    kForward,
    kClose,
    kSearch,
    kTelephone,
    kMail,
    kLeave,
    kInfo,
    kSuccess,
    kWarning,
    kError,
    kRadio,
    kRadioChosen,
    kCheck,
    kCheckChosen,
};

// Into `rect`, in Dear ImGui's units.
void draw_icon(ImDrawList& list, Icon icon, const Rect& rect, Colour colour);

}  // namespace ventanilla::canvas
