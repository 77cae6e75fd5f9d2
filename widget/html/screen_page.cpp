#include "widget/html/screen_page.h"

#include "widget/html/page_frame.h"

namespace ventanilla::html {

std::string screen_page(const Portal& portal, const Translations& translations,
                        const ScreenPage& page) {
    const std::string& title = page.drawn.screen.title;
    const PageFrame frame{.title = tab_title(portal, title),
                          .description = title,
                          .address = page.address,
                          .is_indexed = page.is_indexed,
                          .translations = translations,
                          .person_title = ""};
    return framed(portal, frame, [&](HtmlWriter& html) { write_screen(html, portal, page.drawn); });
}

}  // namespace ventanilla::html
