#include "widget/html/drawn_screen.h"

#include <vector>

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
void write_faults(HtmlWriter& html, const DrawnScreen& drawn) {
    const auto faulty = faulty_nodes(drawn.screen);
    if (faulty.empty()) {
        return;
    }
    const auto alert = html.element("div", {{"class", "notice error"}, {"role", "alert"}});
    if (!drawn.announced.empty()) {
        html.leaf("p", drawn.announced);
    }
    const auto list = html.element("ul");
    for (const app::Node* node : faulty) {
        const auto item = html.element("li");
        html.leaf("a", {{"href", Address("#" + control_id(node->key))}},
                  drawn.forms.messages.fill("portal.form.fault",
                                            {{"field", node->text}, {"fault", node->error}}));
    }
}

Attributes place_of(const Portal& portal, const DrawnScreen& drawn) {
    if (portal.take_over.script.empty() || !drawn.can_be_taken_over) {
        return {};
    }
    Attributes attributes = {{"id", "app"},
                             {"data-language", portal.language},
                             {"data-script", portal.take_over.script},
                             {"data-core", portal.take_over.core},
                             {"data-catalog", portal.catalog}};
    if (!portal.time_zone.empty()) {
        add(attributes, "data-time-zone", portal.time_zone);
    }
    if (!drawn.session.empty()) {
        add(attributes, "data-session", drawn.session);
    }
    return attributes;
}

}  // namespace

void write_screen(HtmlWriter& html, const Portal& portal, const DrawnScreen& drawn) {
    const app::Screen& screen = drawn.screen;
    {
        const auto parts = html.element("div", {{"id", "form-parts"}});
        write_form_parts(html, screen, drawn.forms);
    }
    const auto place = html.element("div", place_of(portal, drawn));
    const auto element =
        html.element("div", {{"class", "screen"}, {"data-screen", screen.id.name}});
    write_head(html, screen, drawn.forms);
    write_faults(html, drawn);
    write_nodes(html, screen.nodes, drawn.forms);
    const auto person = html.element("footer");
    write_nodes(html, screen.person, drawn.forms);
}

}  // namespace ventanilla::html
