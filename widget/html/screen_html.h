// widget/html/screen_html.h
//
// A screen of the app as HTML that works without JavaScript: element for element what the DOM view (web/panel/view)
// draws of it, so that the app can take the page over. Links are links; everything else is a button of a form that
// is sent to `action`:
//
//   press=KEY     the button of the node with this key
//   KEY=VALUE     what stands in each field, choice and check of the form
//
// What such a page needs beyond the DOM view's elements stands before them (write_form_parts) or in <noscript>.
// Not drawn: ways that need JavaScript (copying) or a panel (closing).
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/text/messages.h"
#include "widget/app/screen.h"
#include "widget/html/html_writer.h"

namespace ventanilla::html {

struct ScreenForms {
    std::string action;  // the page's own address: buttons and forms are sent here; empty: the page
                         // is a file, and its buttons can only lead to other pages
    std::string language = {};
    std::string title;    // the screen's; a question that repeats it is for the ears alone
    std::string above;    // whose help this is, as it stands above every page
    std::string search;   // address of the results; the query goes along as "q"; empty: nobody
                          // searches, nor takes forms (a static host)
    std::string home;     // where a launcher searches instead
    std::string contact;  // links to it open the form in place
    const text::Messages& messages;  // areas app and portal
    bool posts = false;              // forms are sent by POST; otherwise by GET, and only move on
    std::vector<std::pair<std::string, std::string>> kept = {};  // goes along with every form
    std::string trap =
        {};  // a text that goes along with a form's; people do not see it, and leave it empty
    bool has_reading = false;  // a script copies codes and enlarges pictures
    // Keys of choices that other fields depend on: each gets a button that shows those fields.
    std::set<std::string> reveals = {};
};

void write_nodes(HtmlWriter& html, const std::vector<app::Node>& nodes, const ScreenForms& forms);

// Forms, hidden inputs and the button that Enter presses, for the nodes of the screen. Stands before them.
void write_form_parts(HtmlWriter& html, const app::Screen& screen, const ScreenForms& forms);

// The screen's head: what it is part of, unless that stands above every page; its title as the page's one <h1>, and
// the way back, if there is one.
void write_head(HtmlWriter& html, const app::Screen& screen, const ScreenForms& forms);

// The element that takes a text for the node with this key, to be linked to.
std::string control_id(std::string_view key);

}  // namespace ventanilla::html
