#include "widget/html/verify_page.h"

#include "widget/html/page_frame.h"

namespace ventanilla::html {
namespace {

constexpr std::string_view kField = "receipt";

void write_form(HtmlWriter& html, const Portal& portal, const VerifyContent& content) {
    const auto form =
        html.element("form", {{"method", "post"}, {"action", Address(content.address)}});
    {
        const auto field = html.element("div", {{"class", "field"}});
        html.leaf("label", {{"for", kField}}, portal.messages.text("portal.verify.label"));
        const auto area = html.element(
            "textarea", {{"id", kField}, {"name", kField}, {"rows", "12"}, {"required", ""}});
        // The parser drops a line end that stands first.
        html.text("\n" + std::string(content.text));
    }
    html.leaf("button", {{"class", "action primary"}, {"type", "submit"}},
              portal.messages.text("portal.verify.send"));
}

}  // namespace

std::string verify_page(const Portal& portal, const Translations& translations,
                        const VerifyContent& content) {
    const text::Messages& messages = portal.messages;
    const std::string title = messages.text("portal.verify.title");
    const std::string lead = messages.text("portal.verify.text");
    // Who has checked one hears the verdict first.
    const std::string verdict =
        content.verdict.empty() ? std::string()
                                : messages.text("portal.verify." + std::string(content.verdict));
    const PageFrame frame{.title = tab_title(portal, verdict.empty() ? title : verdict),
                          .description = lead,
                          .address = content.address,
                          .is_indexed = false,
                          .translations = translations,
                          .person_title = messages.text("portal.person.title")};
    return framed(portal, frame, [&](HtmlWriter& html) {
        const auto screen = html.element("div", {{"class", "screen"}});
        html.leaf("h1", title);
        if (!verdict.empty()) {
            const bool is_genuine = content.verdict == "genuine";
            html.leaf(
                "p",
                {{"class", is_genuine ? "notice success" : "notice error"}, {"role", "status"}},
                verdict);
        }
        html.leaf("p", lead);
        write_form(html, portal, content);
    });
}

}  // namespace ventanilla::html
