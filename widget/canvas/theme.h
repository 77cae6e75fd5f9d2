// widget/canvas/theme.h
//
// The colours of one look, light or dark, made from the site's accent: the same rules as web/shared/accent.ts and
// web/panel/view/base.css, so that text never has less contrast than WCAG's 4.5:1.
//
//   Theme theme = make_theme("#0b5c6b", false);
#pragma once

#include <cstdint>
#include <string_view>

namespace ventanilla::canvas {

// As Dear ImGui packs it: 0xAABBGGRR. 0 draws nothing.
using Colour = std::uint32_t;

struct Theme {
    bool dark = false;

    Colour surface = 0;
    Colour sunken = 0;
    Colour ink = 0;
    Colour quiet = 0;
    Colour line = 0;
    Colour edge = 0;
    Colour mark = 0;
    Colour success = 0;
    Colour success_soft = 0;
    Colour warning = 0;
    Colour warning_soft = 0;
    Colour error = 0;
    Colour error_soft = 0;

    Colour accent = 0;
    Colour on_accent = 0;  // text and icons on the accent
    Colour on_accent_faint =
        0;                   // grounds on the accent: the icon's disc, a button under the pointer
    Colour accent_ink = 0;   // the accent as text and as lines, on the surface and on `accent_soft`
    Colour accent_soft = 0;  // the surface, tinted
    Colour accent_hover = 0;
};

// `accent`: "#rrggbb"; anything else is the product's own colour.
Theme make_theme(std::string_view accent, bool dark);

// WCAG 2's contrast ratio, 1..21.
float contrast(Colour one, Colour other);

}  // namespace ventanilla::canvas
