#include "widget/html/controls.h"
#include "widget/html/page_frame.h"
#include "widget/html/pages.h"

namespace ventanilla::html {
namespace {

app::Node search_box(const text::Messages& messages) {
    app::Node box;
    box.kind = app::NodeKind::kSearch;
    box.key = "search";
    box.text = messages.text("search.label");
    box.hint = messages.text("search.hint");
    return box;
}

void write_section(HtmlWriter& html, const std::string& anchor, const std::string& title,
                   const std::vector<site::Teaser>& teasers) {
    if (teasers.empty()) {
        return;
    }
    const auto section = html.element("section", {{"aria-labelledby", anchor}});
    html.leaf("h2", {{"id", anchor}}, title);
    write_teasers(html, teasers);
}

void write_categories(HtmlWriter& html, const std::string& title,
                      const std::vector<Category>& categories) {
    const auto section =
        html.element("section", {{"class", "categories"}, {"aria-labelledby", "articles"}});
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
    const PageFrame frame{.title = messages.fill("home.eyebrow", {{"name", portal.name}}),
                          .description =
                              messages.fill("portal.home.description", {{"name", portal.name}}),
                          .address = portal.home,
                          .translations = translations,
                          .person_title = messages.text("portal.person.title")};
    return framed(portal, frame, [&](HtmlWriter& html) {
        html.leaf("h1", messages.text("home.title"));
        html.leaf("p", {{"class", "lead"}}, messages.text("portal.home.lead"));
        if (portal.is_served) {
            write_search(html, search_box(messages),
                         {.action = portal.home,
                          .title = {},
                          .search = portal.search,
                          .contact = portal.contact,
                          .messages = messages});
        } else {
            // Without a launcher it leads to the list of all articles.
            const auto paragraph = html.element("p", {{"class", "search-link"}});
            html.leaf("a", {{"href", Address("#articles")}, {"data-ventanilla-route", portal.home}},
                      messages.text("search.label"));
        }
        write_section(html, "popular", messages.text("home.popular"), content.popular);
        write_section(html, "guides", messages.text("home.guides"), content.guides);
        write_categories(html, messages.text("portal.articles"), content.categories);
    });
}

}  // namespace ventanilla::html
