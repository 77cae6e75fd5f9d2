// widget/html/drawn_screen.h
//
// A screen of the app on a page of the portal. Where our server answers, the page says what a script needs to take it
// over (web/portal/): docs/decisions/0009-take-over.md.
#pragma once

#include <string>

#include "widget/html/portal.h"
#include "widget/html/screen_html.h"

namespace ventanilla::html {

struct DrawnScreen {
    const app::Screen& screen;
    const ScreenForms& forms;
    std::string announced =
        {};  // what the DOM view would tell a screen reader: stands first, as an alert
    // The app comes to this screen from the page's address and what its form holds ...
    bool can_be_taken_over = true;
    // ... or from this, which app::write_session() wrote.
    std::string session = {};
};

void write_screen(HtmlWriter& html, const Portal& portal, const DrawnScreen& drawn);

}  // namespace ventanilla::html
