#include "widget/html/page_frame.h"
#include "widget/html/pages.h"

namespace ventanilla::html {

std::string contact_page(const Portal& portal, const Translations& translations) {
    const text::Messages& messages = portal.messages;
    const PageFrame frame{.title = tab_title(portal, messages.text("portal.contact.title")),
                          .description =
                              messages.fill("portal.contact.description", {{"name", portal.name}}),
                          .address = portal.contact,
                          .translations = translations,
                          .person_title = ""};
    return framed(portal, frame, [&](HtmlWriter& html) {
        html.leaf("h1", messages.text("portal.contact.title"));
        html.leaf("p", {{"class", "lead"}}, messages.text("portal.contact.lead"));
        {
            const auto section = html.element("section", {{"aria-labelledby", "form"}});
            html.leaf("h2", {{"id", "form"}}, messages.text("form.title"));
            html.leaf("p", messages.text("form.intro"));
            {
                const auto without = html.element("noscript");
                html.leaf("p", messages.text("portal.contact.no_script"));
            }
            const auto paragraph = html.element("p");
            html.leaf("a",
                      {{"class", "button"},
                       {"href", Address("/widget/" + portal.language + "/#" + portal.contact)},
                       {"data-ventanilla-route", portal.contact}},
                      messages.text("portal.contact.form"));
        }
        const auto section = html.element("section", {{"aria-labelledby", "channels"}});
        html.leaf("h2", {{"id", "channels"}}, messages.text("portal.channels"));
        write_channels(html, portal);
    });
}

}  // namespace ventanilla::html
