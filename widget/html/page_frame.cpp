#include "widget/html/page_frame.h"

#include <algorithm>
#include <iterator>

#include "core/site/address.h"
#include "widget/html/reading.h"

namespace ventanilla::html {
namespace {

void write_head(HtmlWriter& html, const Portal& portal, const PageFrame& frame) {
    const auto head = html.element("head");
    html.empty("meta", {{"charset", "utf-8"}});
    html.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", portal.policy}});
    html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.leaf("title", frame.title);
    html.empty("meta", {{"name", "description"}, {"content", frame.description}});
    if (frame.address.empty() || !frame.is_indexed) {
        html.empty("meta", {{"name", "robots"}, {"content", "noindex"}});
    } else {
        html.empty("link", {{"rel", "canonical"}, {"href", Address(frame.address)}});
        for (const Translation& translation : frame.translations) {
            html.empty("link", {{"rel", "alternate"},
                                {"hreflang", translation.language},
                                {"href", Address(translation.address)}});
        }
        if (!frame.translations.empty()) {
            html.empty("link", {{"rel", "alternate"},
                                {"hreflang", "x-default"},
                                {"href", Address(frame.translations.front().address)}});
        }
    }
    html.empty("link",
               {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", Address(portal.icon)}});
    html.empty("link", {{"rel", "stylesheet"}, {"href", Address(portal.stylesheet)}});
    if (frame.has_reading) {
        html.empty("link", {{"rel", "stylesheet"}, {"href", Address(portal.reading.stylesheet)}});
        html.script(Address(portal.reading.script),
                    {{"type", "module"}, {"data-reading", reading_texts(portal.messages)}});
    }
    html.script(Address("/embed.js"), {{"defer", ""}});
    if (!portal.take_over.loader.empty()) {
        html.script(Address(portal.take_over.loader), {{"type", "module"}});
    }
}

void write_languages(HtmlWriter& html, const Portal& portal, const Translations& translations) {
    if (translations.size() < 2) {
        return;
    }
    const auto nav =
        html.element("nav", {{"class", "site-languages"},
                             {"aria-label", portal.messages.text("portal.languages")}});
    const auto list = html.element("ul");
    for (const Translation& translation : translations) {
        if (translation.language == portal.language) {
            continue;
        }
        const auto item = html.element("li");
        html.leaf("a",
                  {{"href", Address(translation.address)},
                   {"lang", translation.language},
                   {"hreflang", translation.language}},
                  translation.name);
    }
}

void write_header(HtmlWriter& html, const Portal& portal, const PageFrame& frame) {
    const auto header = html.element("header", {{"class", "site-header"}});
    html.leaf("a", {{"class", "site-name"}, {"href", Address(portal.home)}}, site_line(portal));
    {
        const auto nav = html.element(
            "nav", {{"class", "site-nav"}, {"aria-label", portal.messages.text("portal.nav")}});
        const auto list = html.element("ul");
        const auto entry = [&](const std::string& address, std::string_view key) {
            const auto item = html.element("li");
            const std::string text = portal.messages.text(key);
            if (address == frame.address) {
                html.leaf("a", {{"href", Address(address)}, {"aria-current", "page"}}, text);
            } else if (address == portal.contact) {
                write_contact_link(html, portal, text);
            } else {
                html.leaf("a", {{"href", Address(address)}}, text);
            }
        };
        entry(portal.home, "portal.nav.home");
        entry(portal.contact, "portal.nav.contact");
    }
    write_languages(html, portal, frame.translations);
}

void write_footer(HtmlWriter& html, const Portal& portal, const PageFrame& frame) {
    const std::string privacy =
        site::page_address(portal.language, portal.messages, "path.privacy");
    const auto footer = html.element("footer", {{"class", "site-footer"}});
    html.leaf("p", portal.name);
    Attributes link = {{"href", Address(privacy)}};
    if (privacy == frame.address) {
        add(link, "aria-current", "page");
    }
    html.leaf("a", link, portal.messages.text("privacy.title"));
}

void write_list(HtmlWriter& html, const std::vector<site::CatalogChannel>& channels) {
    const auto list = html.element("ul", {{"class", "channels"}});
    for (const site::CatalogChannel& channel : channels) {
        const auto item = html.element("li");
        Attributes link = {{"href", Address(channel.address)}};
        if (channel.kind == site::ChannelKind::kCallback) {
            add(link, "data-ventanilla-route", channel.address);
        }
        html.leaf("a", link, channel.label);
        if (!channel.hours.empty()) {
            html.leaf("p", {{"class", "hours"}}, channel.hours);
        }
    }
}

void write_person(HtmlWriter& html, const Portal& portal, const std::string& title) {
    const auto section =
        html.element("section", {{"class", "person"}, {"aria-labelledby", "person"}});
    html.leaf("h2", {{"id", "person"}}, title);
    {
        const auto paragraph = html.element("p");
        write_contact_link(html, portal, portal.messages.text("portal.person.contact"));
    }
    write_channels(html, portal);
}

}  // namespace

Attributes root_attributes(const Portal& portal) {
    Attributes attributes = {{"lang", portal.language}};
    if (portal.is_right_to_left) {
        add(attributes, "dir", "rtl");
    }
    return attributes;
}

std::string site_line(const Portal& portal) {
    return portal.messages.fill("home.eyebrow", {{"name", portal.name}});
}

ScreenForms forms_of_file(const Portal& portal, const app::Screen& screen) {
    return {.action = {},
            .language = portal.language,
            .title = screen.title,
            .above = site_line(portal),
            .search = portal.is_served ? portal.search : std::string(),
            .home = portal.home,
            .contact = portal.contact,
            .messages = portal.messages};
}

std::string tab_title(const Portal& portal, std::string_view title) {
    return portal.messages.fill("portal.page_title", {{"title", title}, {"name", portal.name}});
}

std::string framed(const Portal& portal, const PageFrame& frame,
                   const std::function<void(HtmlWriter&)>& content) {
    HtmlWriter html;
    html.doctype();
    {
        const auto document = html.element("html", root_attributes(portal));
        write_head(html, portal, frame);
        const auto body = html.element("body");
        html.leaf("a", {{"class", "skip-link"}, {"href", Address("#content")}},
                  portal.messages.text("portal.skip"));
        write_header(html, portal, frame);
        {
            const auto main = html.element("main", {{"id", "content"}, {"tabindex", "-1"}});
            content(html);
            if (!frame.person_title.empty()) {
                write_person(html, portal, frame.person_title);
            }
        }
        write_footer(html, portal, frame);
    }
    return std::move(html).finish();
}

void write_channels(HtmlWriter& html, const Portal& portal) {
    write_list(html, portal.channels);
}

void write_other_channels(HtmlWriter& html, const Portal& portal) {
    std::vector<site::CatalogChannel> others;
    std::ranges::copy_if(portal.channels, std::back_inserter(others), [](const auto& channel) {
        return channel.kind != site::ChannelKind::kTelephone;
    });
    if (!others.empty()) {
        const auto section =
            html.element("section", {{"class", "beside"}, {"aria-labelledby", "channels"}});
        html.leaf("h2", {{"id", "channels"}}, portal.messages.text("portal.channels"));
        write_list(html, others);
    }
}

void write_contact_link(HtmlWriter& html, const Portal& portal, std::string_view text) {
    html.leaf("a", {{"href", Address(portal.contact)}, {"data-ventanilla-route", portal.contact}},
              text);
}

}  // namespace ventanilla::html
