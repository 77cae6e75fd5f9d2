// widget/html/page_frame.h
//
// What stands around every page's content: head, skip link, header, the way to a person and footer.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "widget/html/html_writer.h"
#include "widget/html/portal.h"
#include "widget/html/screen_html.h"

namespace ventanilla::html {

struct PageFrame {
    std::string title;  // of the browser's tab
    std::string description;
    std::string address;     // the page's own; empty: it has none
    bool is_indexed = true;  // search engines may list it
    const Translations& translations;
    std::string person_title;  // heading of the way to a person; empty: the page's content is one
    bool has_reading = false;  // what an author wrote is all of it
};

// The whole document; `content` writes what is inside <main>, with the page's one <h1>.
std::string framed(const Portal& portal, const PageFrame& frame,
                   const std::function<void(HtmlWriter&)>& content);

// For a screen on a page that is a file: it can be left, and searched from where our server answers.
ScreenForms forms_of_file(const Portal& portal, const app::Screen& screen);

// Of a page's <html>: its language, and its direction where that is not left to right.
Attributes root_attributes(const Portal& portal);

// "Help of NAME", above every page.
std::string site_line(const Portal& portal);
// "Title · Help of NAME".
std::string tab_title(const Portal& portal, std::string_view title);

void write_channels(HtmlWriter& html, const Portal& portal);
// The channels that a screen with the way to the form does not show.
void write_other_channels(HtmlWriter& html, const Portal& portal);
// A link to the contact page that opens the form in place where there is a launcher.
void write_contact_link(HtmlWriter& html, const Portal& portal, std::string_view text);

}  // namespace ventanilla::html
