#include "widget/html/screen_page.h"

#include <vector>

#include "widget/html/page_frame.h"

namespace ventanilla::html {
namespace {

std::vector<const app::Node*> faulty_nodes(const app::Screen& screen) {
    std::vector<const app::Node*> faulty;
    app::for_each_node(screen, [&](const app::Node& node) {
        if (!node.error.empty()) {
            faulty.push_back(&node);
        }
    });
    return faulty;
}

// What went wrong and where, before anything else: without a script nothing moves the focus there.
void write_faults(HtmlWriter& html, const ScreenPage& page) {
    const auto faulty = faulty_nodes(page.screen);
    if (faulty.empty()) {
        return;
    }
    const auto alert = html.element("div", {{"class", "notice error"}, {"role", "alert"}});
    if (!page.announced.empty()) {
        html.leaf("p", page.announced);
    }
    const auto list = html.element("ul");
    for (const app::Node* node : faulty) {
        const auto item = html.element("li");
        html.leaf("a", {{"href", Address("#" + control_id(node->key))}},
                  page.forms.messages.fill("portal.form.fault",
                                           {{"field", node->text}, {"fault", node->error}}));
    }
}

}  // namespace

std::string screen_page(const Portal& portal, const Translations& translations,
                        const ScreenPage& page) {
    const PageFrame frame{.title = tab_title(portal, page.screen.title),
                          .description = page.screen.title,
                          .address = page.address,
                          .is_indexed = false,
                          .translations = translations,
                          .person_title = ""};
    return framed(portal, frame, [&](HtmlWriter& html) {
        const auto screen = html.element("div", {{"class", "screen"}});
        write_head(html, page.screen, page.forms);
        write_faults(html, page);
        write_nodes(html, page.screen.nodes, page.forms);
        const auto person = html.element("div", {{"class", "person"}});
        write_nodes(html, page.screen.person, page.forms);
    });
}

}  // namespace ventanilla::html
