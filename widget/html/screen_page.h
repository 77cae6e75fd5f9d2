// widget/html/screen_page.h
//
// A screen of the app as a whole page of the portal, which needs no JavaScript.
#pragma once

#include <string>

#include "widget/html/portal.h"
#include "widget/html/screen_html.h"

namespace ventanilla::html {

struct ScreenPage {
    const app::Screen& screen;
    const ScreenForms& forms;
    std::string address;  // the page's own, for "you are here" in the menu
    std::string
        announced;  // what the DOM view would tell a screen reader: stands first, as an alert
};

std::string screen_page(const Portal& portal, const Translations& translations,
                        const ScreenPage& page);

}  // namespace ventanilla::html
