#include <array>
#include <charconv>
#include <optional>

#include "widget/html/document_html.h"
#include "widget/html/page_frame.h"
#include "widget/html/pages.h"

namespace ventanilla::html {
namespace {

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value)
                                                                        : std::nullopt;
}

// "2026-11-03" as "3 de noviembre de 2026"; what is no such date stays as it is.
std::string long_date(const text::Messages& messages, const std::string& iso) {
    if (iso.size() != 10) {
        return iso;
    }
    const auto month = number(iso.substr(5, 2));
    const auto day = number(iso.substr(8, 2));
    if (!month || !day || *month < 1 || *month > 12) {
        return iso;
    }
    const std::string name = messages.text("portal.month." + std::to_string(*month));
    return messages.fill(
        "portal.date",
        {{"day", std::to_string(*day)}, {"month", name}, {"year", iso.substr(0, 4)}});
}

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
