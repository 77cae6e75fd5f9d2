// widget/canvas/layout.h
//
// Lays a screen out: the head, what the screen is about, and at its foot the way to a person, with the measures of
// web/panel/view/*.css. A pure function of the stage.
//
//   Page page = lay_out({.screen = screen, .fonts = fonts, .theme = theme, .platform = platform, .view = {400, 640}});
#pragma once

#include <vector>

#include "widget/canvas/page.h"
#include "widget/canvas/sheet.h"

namespace ventanilla::canvas {

Page lay_out(const Stage& stage);

// Nodes one below the other, `gap` apart.
void lay_nodes(Sheet& sheet, const std::vector<app::Node>& nodes, Column& column, float gap);

}  // namespace ventanilla::canvas
