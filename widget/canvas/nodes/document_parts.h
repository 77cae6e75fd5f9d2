// widget/canvas/nodes/document_parts.h
//
// Parts of a document: its running text as pieces, its pictures and its tables.
#pragma once

#include <vector>

#include "core/article/document.h"
#include "widget/canvas/sheet.h"

namespace ventanilla::canvas {

// Either running text or a picture, which stands on its own.
struct Segment {
    std::vector<Piece> pieces = {};
    const article::Inline* picture = nullptr;
};

// Links become targets of the sheet. The segments refer to `inlines`.
std::vector<Segment> segments_of(Sheet& sheet, const std::vector<article::Inline>& inlines,
                                 Style style, Colour colour);

// As wide as the column at most. A picture that is awaited has its room from the first frame on, if its size is known;
// one that is not there has its alternative text in its place.
void lay_picture(Sheet& sheet, const article::Inline& picture, Column& column);

// Columns share the width by what is in them, and are scrolled sideways where that is too little; the first row is
// the header.
void lay_table(Sheet& sheet, const article::Block& table, Column& column);

}  // namespace ventanilla::canvas
