// widget/html/screen_page.h
//
// A screen of the app as a whole page of the portal, which needs no JavaScript.
#pragma once

#include <string>

#include "widget/html/drawn_screen.h"
#include "widget/html/portal.h"

namespace ventanilla::html {

struct ScreenPage {
    DrawnScreen drawn;
    std::string address;      // the page's own, for "you are here" in the menu
    bool is_indexed = false;  // search engines may list it
};

std::string screen_page(const Portal& portal, const Translations& translations,
                        const ScreenPage& page);

}  // namespace ventanilla::html
