// widget/html/document_html.h
//
// What an author wrote, as HTML. Links and pictures must be resolved (addresses, not article:ID); a
// link whose address is refused (see Address) keeps its text and leads nowhere, such a picture
// keeps its alternative text. The page's heading has the id "title": tables have its name.
#pragma once

#include <string>
#include <string_view>

#include "core/article/document.h"
#include "core/text/messages.h"
#include "widget/html/html_writer.h"

namespace ventanilla::html {

struct DocumentStyle {
    std::string language = {};  // of its videos' captions
    std::string contact;        // links to this address open the form in place
    std::string anchors =
        {};  // put before each heading's anchor, where a page holds several documents
    int heading_shift = 0;  // added to each heading's level
    // Of the node: what takes the focus in it has this and its number as its key, a heading app::heading_key(). Empty:
    // nothing has one.
    std::string key = {};
    // Of the buttons that a script needs to copy a code and to enlarge a picture (widget/html/reading.h); null: none.
    const text::Messages* texts = nullptr;
};

void write_document(HtmlWriter& html, const article::Document& document,
                    const DocumentStyle& style);

}  // namespace ventanilla::html
