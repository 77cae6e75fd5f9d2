#include <algorithm>
#include <cmath>

#include "widget/canvas/nodes/document_parts.h"
#include "widget/canvas/nodes/nodes.h"

namespace ventanilla::canvas {
namespace {

using article::Block;
using article::BlockKind;

constexpr float kTextLine = 25.6F;
constexpr float kBlockGap = 14;

float gap_between(const Block& above, const Block& below) {
    if (below.kind == BlockKind::kHeading) {
        return 28;
    }
    if (above.kind == BlockKind::kHeading) {
        return 8;
    }
    return above.kind == BlockKind::kRule || below.kind == BlockKind::kRule ? 24 : kBlockGap;
}

void lay_blocks(Sheet& sheet, const std::vector<Block>& blocks, Column& column, Colour colour);

void lay_inlines(Sheet& sheet, const std::vector<article::Inline>& inlines, Column& column,
                 Style style, Colour colour, float line_height) {
    for (const Segment& segment : segments_of(sheet, inlines, style, colour)) {
        if (segment.picture != nullptr) {
            lay_picture(sheet, *segment.picture, column);
        } else {
            sheet.paragraph(column, {.pieces = segment.pieces, .line_height = line_height});
        }
    }
}

void lay_block_heading(Sheet& sheet, const Block& block, Column& column) {
    const float size = block.number <= 2 ? 19.0F : 16.0F;
    const float top = column.y;
    lay_inlines(sheet, block.inlines, column, {Face::kStrong, size}, sheet.theme().ink,
                size * 1.3F);
    const std::string document = sheet.around.empty() ? std::string() : sheet.around.back();
    sheet.layer.places.push_back({app::heading_key(document, block.anchor),
                                  {column.x, top, column.width, column.y - top},
                                  {sheet.around.rbegin(), sheet.around.rend()},
                                  true});
}

void lay_items(Sheet& sheet, const Block& block, Column& column, Colour colour) {
    constexpr float kIndent = 24;
    constexpr float kItemGap = 8;
    int number = block.number;
    for (const Block& item : block.children) {
        column.y += &item == &block.children.front() ? 0 : kItemGap;
        Column inside = column.inset(kIndent, 0);
        const Colour mark_colour = sheet.theme().accent_ink;
        if (block.kind == BlockKind::kOrderedList) {
            const std::string mark = std::to_string(number++) + ".";
            const Style style = {Face::kStrong, 16};
            const float width = sheet.stage.fonts.width(mark, style);
            inside.x = column.x + std::max(kIndent, width + 6);
            inside.width = column.x + column.width - inside.x;
            Column place{inside.x - width - 6, column.y, width + 6};
            sheet.text(place, mark, style, mark_colour, kTextLine);
        } else {
            constexpr float kDot = 6;
            sheet.begin_box({.rect = {column.x + 8, column.y + (kTextLine - kDot) / 2, kDot, kDot},
                             .fill = mark_colour,
                             .radius = kDot / 2});
        }
        lay_blocks(sheet, item.children, inside, colour);
        column.y = std::max(inside.y, column.y + kTextLine);
    }
}

void lay_quote(Sheet& sheet, const Block& block, Column& column) {
    const std::size_t bar =
        sheet.begin_box({.rect = {column.x, column.y, 3, 0}, .fill = sheet.theme().accent_ink});
    Column inside = column.inset(19, 0);
    inside.y += 4;
    lay_blocks(sheet, block.children, inside, sheet.theme().quiet);
    column.y = inside.y + 4;
    sheet.finish_box(bar, column.y);
}

// Lines are kept, and scrolled sideways where they are too long.
void lay_code_block(Sheet& sheet, const Block& block, Column& column) {
    constexpr float kRadius = 14;
    constexpr float kSide = 17;
    const std::size_t frame = sheet.begin_box({.rect = {column.x, column.y, column.width, 0},
                                               .fill = sheet.theme().sunken,
                                               .edge = sheet.theme().line,
                                               .radius = kRadius});
    std::string text = block.text;
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    const Paragraph lines = {.pieces = {{.text = std::move(text),
                                         .style = {Face::kMono, 14},
                                         .colour = sheet.theme().ink}},
                             .line_height = 22.4F,
                             .keeps_lines = true};
    const float width = std::ceil(natural_width(sheet.stage.fonts, lines)) + 1;
    const std::size_t pane =
        sheet.begin_pane(sheet.next_part_key(), {column.x, column.y, column.width, 0},
                         std::max(column.width, width + 2 * kSide), kRadius);
    Column inside{column.x + kSide, column.y + 15, width};
    sheet.paragraph(inside, lines);
    column.y = inside.y + 15;
    sheet.end_pane(pane, column.y);
    sheet.finish_box(frame, column.y);
}

void lay_block(Sheet& sheet, const Block& block, Column& column, Colour colour) {
    switch (block.kind) {
    case BlockKind::kHeading:
        return lay_block_heading(sheet, block, column);
    case BlockKind::kParagraph:
        return lay_inlines(sheet, block.inlines, column, {}, colour, kTextLine);
    case BlockKind::kBulletList:
    case BlockKind::kOrderedList:
        return lay_items(sheet, block, column, colour);
    case BlockKind::kQuote:
        return lay_quote(sheet, block, column);
    case BlockKind::kCode:
        return lay_code_block(sheet, block, column);
    case BlockKind::kRule:
        sheet.begin_box(
            {.rect = {column.x, column.y, column.width, 1}, .fill = sheet.theme().line});
        column.y += 1;
        return;
    case BlockKind::kTable:
        return lay_table(sheet, block, column);
    case BlockKind::kItem:
    case BlockKind::kRow:
    case BlockKind::kCell:
        return;  // laid out by what they are in
    }
}

void lay_blocks(Sheet& sheet, const std::vector<Block>& blocks, Column& column, Colour colour) {
    const Block* above = nullptr;
    for (const Block& block : blocks) {
        if (above != nullptr) {
            column.y += gap_between(*above, block);
        }
        lay_block(sheet, block, column, colour);
        above = &block;
    }
}

}  // namespace

void lay_document(Sheet& sheet, const app::Node& node, Column& column) {
    sheet.parts = 0;
    lay_blocks(sheet, node.document.blocks, column, sheet.theme().ink);
}

}  // namespace ventanilla::canvas
