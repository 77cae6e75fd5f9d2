// widget/html/panel_page.h
//
// The document inside the widget's iframe: an empty place for the app, what it is to load, and a fallback that
// stays in view when the app cannot start (no JavaScript, no WebAssembly, no network).
#pragma once

#include <string>
#include <vector>

#include "widget/html/portal.h"

namespace ventanilla::html {

struct PanelFiles {
    std::string stylesheet;  // addresses
    std::string script;
    std::string idle_script;
    std::string core;  // the WebAssembly module
    std::string catalog;
    std::string accent;  // "#rrggbb"
    std::string rules =
        {};  // JSON: what is suggested on which pages; empty where the site has no such rules

    // For the view on a canvas, loaded in the place of the core; without a script there is none.
    std::string canvas_script = {};
    std::string canvas_core = {};
    std::vector<std::string> canvas_fonts = {};
};

// `portal.policy` is the panel's here. Links of the fallback lead out of the frame.
std::string panel_page(const Portal& portal, const PanelFiles& files);

// The tab's picture: a speech bubble in a colour.
std::string icon_svg(const std::string& accent);

}  // namespace ventanilla::html
