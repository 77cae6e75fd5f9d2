#include "widget/html/dates.h"
#include "widget/html/document_html.h"
#include "widget/html/page_frame.h"
#include "widget/html/pages.h"

namespace ventanilla::html {
namespace {

void write_breadcrumbs(HtmlWriter& html, const Portal& portal, const ArticleContent& content) {
    const auto nav =
        html.element("nav", {{"class", "breadcrumbs"},
                             {"aria-label", portal.messages.text("portal.breadcrumbs")}});
    const auto list = html.element("ol");
    {
        const auto item = html.element("li");
        html.leaf("a", {{"href", Address(portal.home)}}, portal.messages.text("portal.nav.home"));
    }
    if (!content.category.empty()) {
        const auto item = html.element("li");
        html.leaf("a", {{"href", Address(portal.home + "#" + content.category_anchor)}},
                  content.category);
    }
    const auto item = html.element("li");
    html.leaf("span", {{"aria-current", "page"}}, content.article.title);
}

void write_updated(HtmlWriter& html, const text::Messages& messages, const std::string& iso) {
    const auto paragraph = html.element("p", {{"class", "updated"}});
    html.leaf("time", {{"datetime", iso}},
              messages.fill("portal.article.updated", {{"date", long_date(messages, iso)}}));
}

}  // namespace

std::string article_page(const Portal& portal, const Translations& translations,
                         const ArticleContent& content) {
    const text::Messages& messages = portal.messages;
    const site::ArticlePage& article = content.article;
    const PageFrame frame{.title = tab_title(portal, article.title),
                          .description = article.summary,
                          .address = content.address,
                          .translations = translations,
                          .person_title = messages.text("portal.article.not_it")};
    return framed(portal, frame, [&](HtmlWriter& html) {
        write_breadcrumbs(html, portal, content);
        {
            const auto element = html.element("article", {{"class", "article"}});
            html.leaf("h1", article.title);
            if (!article.summary.empty()) {
                html.leaf("p", {{"class", "lead"}}, article.summary);
            }
            write_document(
                html, article.body,
                {.contact = portal.contact, .table_name = messages.text("portal.document.table")});
            if (!article.updated.empty()) {
                write_updated(html, messages, article.updated);
            }
        }
        if (!content.related.empty()) {
            const auto section =
                html.element("section", {{"class", "related"}, {"aria-labelledby", "related"}});
            html.leaf("h2", {{"id", "related"}}, messages.text("article.related"));
            write_teasers(html, content.related);
        }
    });
}

}  // namespace ventanilla::html
