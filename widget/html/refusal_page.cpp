#include "widget/html/page_frame.h"
#include "widget/html/pages.h"

namespace ventanilla::html {

std::string refusal_page(const Portal& portal, const Translations& translations,
                         const Refusal& refusal) {
    const text::Messages& messages = portal.messages;
    const std::string texts(refusal.texts);
    const std::string title = messages.text(texts + ".title");
    const std::string what_now = messages.text(texts + ".text");
    const PageFrame frame{.title = tab_title(portal, title),
                          .description = what_now,
                          .address = "",
                          .translations = translations,
                          .person_title = messages.text("portal.person.title")};
    return framed(portal, frame, [&](HtmlWriter& html) {
        html.leaf("h1", title);
        html.leaf("p", {{"class", "lead"}}, what_now);
        const auto paragraph = html.element("p");
        html.leaf("a", {{"href", Address(portal.home)}}, messages.text("action.home"));
    });
}

}  // namespace ventanilla::html
