#include "widget/html/drawn_screen.h"
#include "widget/html/page_frame.h"
#include "widget/html/pages.h"

namespace ventanilla::html {
namespace {

void write_categories(HtmlWriter& html, const std::string& title,
                      const std::vector<Category>& categories) {
    const auto section =
        html.element("section", {{"class", "categories beside"}, {"aria-labelledby", "articles"}});
    html.leaf("h2", {{"id", "articles"}}, title);
    for (const Category& category : categories) {
        html.leaf("h3", {{"id", category.anchor}}, category.title);
        write_teasers(html, category.articles);
    }
}

}  // namespace

std::string home_page(const Portal& portal, const Translations& translations,
                      const HomeContent& content) {
    const text::Messages& messages = portal.messages;
    const PageFrame frame{.title = site_line(portal),
                          .description =
                              messages.fill("portal.home.description", {{"name", portal.name}}),
                          .address = portal.home,
                          .translations = translations,
                          .person_title = ""};
    return framed(portal, frame, [&](HtmlWriter& html) {
        write_screen(html, portal,
                     {.screen = content.screen, .forms = forms_of_file(portal, content.screen)});
        write_categories(html, messages.text("portal.articles"), content.categories);
        write_other_channels(html, portal);
    });
}

}  // namespace ventanilla::html
