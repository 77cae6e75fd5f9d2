#include "widget/html/drawn_screen.h"
#include "widget/html/page_frame.h"
#include "widget/html/pages.h"

namespace ventanilla::html {

std::string home_page(const Portal& portal, const Translations& translations,
                      const app::Screen& screen) {
    const PageFrame frame{
        .title = site_line(portal),
        .description = portal.messages.fill("portal.home.description", {{"name", portal.name}}),
        .address = portal.home,
        .translations = translations,
        .person_title = ""};
    return framed(portal, frame, [&](HtmlWriter& html) {
        write_screen(html, portal, {.screen = screen, .forms = forms_of_file(portal, screen)});
        write_other_channels(html, portal);
    });
}

}  // namespace ventanilla::html
