// widget/canvas/nodes/nodes.h
//
// Every kind of node as shapes and targets, a file for each family. Each lays its node out at the column's place
// and moves the column below it; the measures are those of web/panel/view/*.css.
#pragma once

#include "widget/canvas/sheet.h"

namespace ventanilla::canvas {

// text.cpp
void lay_heading(Sheet& sheet, const app::Node& node, Column& column);
void lay_text(Sheet& sheet, const app::Node& node, Column& column);
void lay_progress(Sheet& sheet, const app::Node& node, Column& column);
void lay_code(Sheet& sheet, const app::Node& node, Column& column);
void lay_date(Sheet& sheet, const app::Node& node, Column& column);

// boxes.cpp
void lay_notice(Sheet& sheet, const app::Node& node, Column& column);
void lay_details(Sheet& sheet, const app::Node& node, Column& column);
void lay_detail(Sheet& sheet, const app::Node& node, Column& column);

// list.cpp
struct ItemPlace {
    bool first = true;
    bool last = true;
};
void lay_list(Sheet& sheet, const app::Node& node, Column& column);
void lay_item(Sheet& sheet, const app::Node& node, Column& column, ItemPlace place);

// filter.cpp
void lay_filter(Sheet& sheet, const app::Node& node, Column& column);

// actions.cpp. `shares_weight`: a primary action beside another one is drawn softer.
void lay_action(Sheet& sheet, const app::Node& node, Column& column, bool shares_weight);
void lay_link(Sheet& sheet, const app::Node& node, Column& column);

// inputs.cpp
void lay_search(Sheet& sheet, const app::Node& node, Column& column);
void lay_field(Sheet& sheet, const app::Node& node, Column& column);

// choices.cpp
void lay_choice(Sheet& sheet, const app::Node& node, Column& column);
void lay_check(Sheet& sheet, const app::Node& node, Column& column);

// document.cpp
void lay_document(Sheet& sheet, const app::Node& node, Column& column);

// The hint above a control and the error below it.
void lay_hint(Sheet& sheet, const app::Node& node, Column& column);
void lay_error(Sheet& sheet, const app::Node& node, Column& column, float gap);

}  // namespace ventanilla::canvas
