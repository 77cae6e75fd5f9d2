#include <algorithm>
#include <numeric>

#include "widget/canvas/nodes/document_parts.h"

namespace ventanilla::canvas {
namespace {

using article::Block;

constexpr float kCellSide = 14;
constexpr float kCellAbove = 10;
constexpr float kCellLine = 21.75F;
constexpr float kRadius = 14;

Style style_of(bool header) {
    return {header ? Face::kStrong : Face::kRegular, 15};
}

// What a cell would like to have, and what its longest word needs.
struct Wish {
    float natural = 0;
    float least = 0;
};

Wish wish_of(const Fonts& fonts, const Block& cell, bool header) {
    const std::string text = article::plain_text(cell.inlines);
    Wish wish;
    wish.natural = fonts.width(text, style_of(true));
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        wish.least =
            std::max(wish.least, fonts.width(std::string_view(text).substr(begin, end - begin),
                                             style_of(header)));
        begin = end + 1;
    }
    return {wish.natural + 2 * kCellSide + 1, wish.least + 2 * kCellSide + 1};
}

// Each column gets what its longest word needs; what is left is shared by how much more they would like to have.
// Together they are as wide as `width`, or wider where the words need it.
std::vector<float> column_widths(const Fonts& fonts, const Block& table, float width) {
    std::vector<Wish> wishes;
    for (const Block& row : table.children) {
        wishes.resize(std::max(wishes.size(), row.children.size()));
        for (std::size_t i = 0; i < row.children.size(); ++i) {
            const Wish wish = wish_of(fonts, row.children[i], &row == &table.children.front());
            wishes[i].natural = std::max(wishes[i].natural, wish.natural);
            wishes[i].least = std::max(wishes[i].least, wish.least);
        }
    }
    float least = 0;
    float wanted = 0;
    for (const Wish& wish : wishes) {
        least += wish.least;
        wanted += wish.natural - wish.least;
    }
    const float rest = std::max(0.0F, width - least);
    std::vector<float> widths;
    for (const Wish& wish : wishes) {
        if (wanted > 0) {
            widths.push_back(wish.least + rest * (wish.natural - wish.least) / wanted);
        } else {
            widths.push_back(wish.least + rest / static_cast<float>(wishes.size()));
        }
    }
    return widths;
}

void lay_cell(Sheet& sheet, const Block& cell, Column& column, bool header) {
    for (const Segment& segment :
         segments_of(sheet, cell.inlines, style_of(header), sheet.theme().ink)) {
        if (segment.picture != nullptr) {
            lay_picture(sheet, *segment.picture, column);
        } else {
            sheet.paragraph(column, {.pieces = segment.pieces, .line_height = kCellLine});
        }
    }
}

}  // namespace

void lay_table(Sheet& sheet, const Block& table, Column& column) {
    const Theme& theme = sheet.theme();
    const std::vector<float> widths = column_widths(sheet.stage.fonts, table, column.width);
    const float top = column.y;
    const float whole = std::max(column.width, std::accumulate(widths.begin(), widths.end(), 0.0F));
    // Outside of the pane, so that it has the table's corners however that is scrolled.
    const std::size_t ground = sheet.begin_box({.rect = {column.x, top, column.width, 0},
                                                .fill = theme.sunken,
                                                .radius = kRadius,
                                                .round_bottom = table.children.size() == 1});
    const std::size_t pane = sheet.begin_pane(
        sheet.next_part_key(), {column.x, column.y, column.width, 0}, whole, kRadius);
    for (const Block& row : table.children) {
        const bool header = &row == &table.children.front();
        if (!header) {
            sheet.begin_box({.rect = {column.x, column.y, whole, 1}, .fill = theme.line});
        }
        float x = column.x;
        float bottom = column.y + kCellLine + 2 * kCellAbove;
        for (std::size_t i = 0; i < row.children.size(); ++i) {
            Column inside{x + kCellSide, column.y + kCellAbove, widths[i] - 2 * kCellSide};
            lay_cell(sheet, row.children[i], inside, header);
            bottom = std::max(bottom, inside.y + kCellAbove);
            x += widths[i];
        }
        if (header) {
            sheet.finish_box(ground, bottom);
        }
        column.y = bottom;
    }
    sheet.end_pane(pane, column.y);
    sheet.begin_box({.rect = {column.x, top, column.width, column.y - top},
                     .edge = theme.line,
                     .radius = kRadius});
}

}  // namespace ventanilla::canvas
