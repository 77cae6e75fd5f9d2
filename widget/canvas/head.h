// widget/canvas/head.h
//
// A screen's frame: the head with the ways back and out, and the foot with the way to a person.
#pragma once

#include "widget/canvas/page.h"
#include "widget/canvas/sheet.h"

namespace ventanilla::canvas {

Layer lay_head(const Stage& stage);

// At the bottom of a view of `height`, or below the body where that is longer.
void lay_foot(Sheet& sheet, Column& column, float height);

}  // namespace ventanilla::canvas
