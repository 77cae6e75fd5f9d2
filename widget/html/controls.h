// widget/html/controls.h
//
// What a customer fills in, as screen_html.h describes it.
#pragma once

#include "widget/html/screen_html.h"

namespace ventanilla::html {

// The key, and on a static host the id, of the group that leads to everything there is.
inline constexpr std::string_view kTopics = "categories";

void write_search(HtmlWriter& html, const app::Node& node, const ScreenForms& forms);
void write_field(HtmlWriter& html, const app::Node& node);
void write_choice(HtmlWriter& html, const app::Node& node, const ScreenForms& forms);
void write_check(HtmlWriter& html, const app::Node& node);

// An id for a node's part: keys may hold any character, lists of ids may not.
std::string id_of(std::string_view key, std::string_view part);

}  // namespace ventanilla::html
