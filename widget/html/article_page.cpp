#include "widget/html/drawn_screen.h"
#include "widget/html/page_frame.h"
#include "widget/html/pages.h"

namespace ventanilla::html {
namespace {

void write_breadcrumbs(HtmlWriter& html, const Portal& portal, const ArticleContent& content) {
    const auto nav =
        html.element("nav", {{"class", "breadcrumbs beside"},
                             {"aria-label", portal.messages.text("portal.breadcrumbs")}});
    const auto list = html.element("ol");
    {
        const auto item = html.element("li");
        html.leaf("a", {{"href", Address(portal.home)}}, portal.messages.text("portal.nav.home"));
    }
    if (!content.category.empty()) {
        const auto item = html.element("li");
        html.leaf("a", {{"href", Address(content.category_address)}}, content.category);
    }
    const auto item = html.element("li");
    html.leaf("span", {{"aria-current", "page"}}, content.screen.title);
}

}  // namespace

std::string article_page(const Portal& portal, const Translations& translations,
                         const ArticleContent& content) {
    const PageFrame frame{.title = tab_title(portal, content.screen.title),
                          .description = content.summary,
                          .address = content.address,
                          .translations = translations,
                          .person_title = "",
                          .has_reading = true};
    // A file takes no answers, as to whether it has helped; and it is the article's page itself.
    app::Screen screen = content.screen;
    std::erase_if(screen.nodes, [](const app::Node& node) { return node.key == "vote"; });
    for (app::Node& node : screen.nodes) {
        std::erase_if(node.children,
                      [](const app::Node& child) { return child.value == app::kToPage; });
    }
    ScreenForms forms = forms_of_file(portal, screen);
    forms.has_reading = true;
    return framed(portal, frame, [&](HtmlWriter& html) {
        write_breadcrumbs(html, portal, content);
        write_screen(html, portal, {.screen = screen, .forms = forms});
        write_other_channels(html, portal);
    });
}

}  // namespace ventanilla::html
