#include "widget/html/panel_page.h"

#include "widget/html/html_writer.h"
#include "widget/html/page_frame.h"
#include "widget/html/reading.h"

namespace ventanilla::html {
namespace {

bool has_canvas(const PanelFiles& files) {
    return !files.canvas_script.empty();
}

// What the script is going to fetch: under way before it runs.
std::vector<std::string> fetched_first(const PanelFiles& files) {
    std::vector<std::string> first = {files.catalog};
    if (has_canvas(files)) {
        first.push_back(files.canvas_core);
        first.insert(first.end(), files.canvas_fonts.begin(), files.canvas_fonts.end());
    } else {
        first.push_back(files.core);
    }
    return first;
}

std::string joined(const std::vector<std::string>& addresses) {
    std::string text;
    for (const std::string& address : addresses) {
        text += (text.empty() ? "" : " ") + address;
    }
    return text;
}

void write_place(HtmlWriter& html, const Portal& portal, const PanelFiles& files) {
    Attributes attributes = {{"id", "ventanilla"},
                             {"data-language", portal.language},
                             {"data-core", files.core},
                             {"data-catalog", files.catalog},
                             {"data-accent", files.accent},
                             {"data-reading", reading_texts(portal.messages)},
                             {"data-reading-script", portal.reading.script},
                             {"data-idle", files.idle_script},
                             {"data-expand", portal.messages.text("portal.panel.expand")},
                             {"data-shrink", portal.messages.text("portal.panel.shrink")},
                             {"data-corner", portal.messages.text("portal.panel.corner")}};
    if (!files.rules.empty()) {
        add(attributes, "data-rules", files.rules);
    }
    if (!portal.time_zone.empty()) {
        add(attributes, "data-time-zone", portal.time_zone);
    }
    if (has_canvas(files)) {
        add(attributes, "data-canvas", files.canvas_script);
        add(attributes, "data-canvas-core", files.canvas_core);
        add(attributes, "data-canvas-fonts", joined(files.canvas_fonts));
    }
    html.leaf("main", attributes, "");
}

void write_head(HtmlWriter& html, const Portal& portal, const PanelFiles& files) {
    const auto head = html.element("head");
    html.empty("meta", {{"charset", "utf-8"}});
    html.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", portal.policy}});
    html.empty("meta", {{"name", "viewport"},
                        {"content", "width=device-width, initial-scale=1, viewport-fit=cover"}});
    html.leaf("title", site_line(portal));
    html.empty("meta", {{"name", "robots"}, {"content", "noindex"}});
    html.empty("link",
               {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", Address(portal.icon)}});
    html.empty("link", {{"rel", "stylesheet"}, {"href", Address(files.stylesheet)}});
    for (const std::string& file : fetched_first(files)) {
        html.empty(
            "link",
            {{"rel", "preload"}, {"as", "fetch"}, {"crossorigin", ""}, {"href", Address(file)}});
    }
    html.script(Address(files.script), {{"type", "module"}});
}

void write_outward_link(HtmlWriter& html, const Address& address, std::string_view text) {
    const auto item = html.element("li");
    const bool in_place =
        address.text().starts_with("tel:") || address.text().starts_with("mailto:");
    if (in_place) {
        html.leaf("a", {{"href", address}}, text);
    } else {
        html.leaf("a", {{"href", address}, {"target", "_blank"}, {"rel", "noopener"}}, text);
    }
}

void write_fallback(HtmlWriter& html, const Portal& portal) {
    const text::Messages& messages = portal.messages;
    const auto section =
        html.element("section", {{"id", "fallback"}, {"aria-labelledby", "fallback-title"}});
    html.leaf("h1", {{"id", "fallback-title"}}, site_line(portal));
    html.leaf("p", messages.text("portal.fallback.text"));
    const auto list = html.element("ul", {{"class", "channels"}});
    write_outward_link(html, Address(portal.home), messages.text("portal.fallback.home"));
    write_outward_link(html, Address(portal.contact), messages.text("portal.fallback.contact"));
    for (const site::CatalogChannel& channel : portal.channels) {
        write_outward_link(html, Address(channel.address), channel.label);
    }
}

}  // namespace

std::string panel_page(const Portal& portal, const PanelFiles& files) {
    HtmlWriter html;
    html.doctype();
    {
        const auto document = html.element("html", root_attributes(portal));
        write_head(html, portal, files);
        const auto body = html.element("body");
        write_place(html, portal, files);
        write_fallback(html, portal);
    }
    return std::move(html).finish();
}

std::string icon_svg(const std::string& accent) {
    HtmlWriter html;
    {
        const auto svg = html.element(
            "svg", {{"xmlns", "http://www.w3.org/2000/svg"}, {"viewBox", "0 0 32 32"}});
        html.leaf("path",
                  {{"fill", accent},
                   {"d", "M6 4h20a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H15l-8 6v-6H6a4 4 0 0 1-4-4V8a4 4 "
                         "0 0 1 4-4z"}},
                  "");
        html.leaf("path",
                  {{"fill", "none"},
                   {"stroke", "#fff"},
                   {"stroke-width", "3"},
                   {"stroke-linecap", "round"},
                   {"d", "M12.5 11.5a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.1-1.5 2.1m0 3.4v.1"}},
                  "");
    }
    return std::move(html).finish();
}

}  // namespace ventanilla::html
