#include "widget/canvas/nodes/nodes.h"

#include <algorithm>

namespace ventanilla::canvas {
namespace {

using app::Node;

Paragraph paragraph_of(const std::vector<search::Run>& runs, const std::string& otherwise,
                       Style style, Colour colour, const Theme& theme, float line_height) {
    Paragraph paragraph{.line_height = line_height};
    for (const search::Run& run : runs) {
        Piece piece{.text = run.text, .style = style, .colour = colour};
        if (run.marked) {
            piece.colour = theme.ink;
            piece.ground = theme.mark;
        }
        paragraph.pieces.push_back(std::move(piece));
    }
    if (runs.empty() && !otherwise.empty()) {
        paragraph.pieces.push_back({.text = otherwise, .style = style, .colour = colour});
    }
    return paragraph;
}

std::string name_of(const Node& node) {
    std::string name = node.runs.empty() ? node.text : std::string();
    for (const search::Run& run : node.runs) {
        name += run.text;
    }
    return name;
}

}  // namespace

void lay_list(Sheet& sheet, const Node& node, Column& column) {
    const Theme& theme = sheet.theme();
    const float top = column.y;
    const std::size_t ground = sheet.begin_box(
        {.rect = {column.x, top, column.width, 0}, .fill = theme.surface, .radius = 16});
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const Node& item = node.children[i];
        const float begin = column.y;
        sheet.around.push_back(item.key);
        lay_item(sheet, item, column, {.first = i == 0, .last = i + 1 == node.children.size()});
        sheet.around.pop_back();
        sheet.layer.places.push_back({item.key,
                                      {column.x, begin, column.width, column.y - begin},
                                      {sheet.around.rbegin(), sheet.around.rend()}});
    }
    sheet.finish_box(ground, column.y);
    sheet.begin_box(
        {.rect = {column.x, top, column.width, column.y - top}, .edge = theme.line, .radius = 16});
}

void lay_item(Sheet& sheet, const Node& node, Column& column, ItemPlace place) {
    constexpr float kPadding = 14;
    constexpr float kRight = 44;
    constexpr float kIcon = 20;
    const Theme& theme = sheet.theme();
    const float top = column.y;
    const TargetIndex index = sheet.add_target({.key = node.key,
                                                .role = Role::kLink,
                                                .name = name_of(node),
                                                .message = app::Navigate{node.href},
                                                .radius = 15});
    const std::size_t ground = sheet.begin_box({.rect = {column.x, top, column.width, 0},
                                                .radius = 15,
                                                .round_top = place.first,
                                                .round_bottom = place.last,
                                                .target = index,
                                                .hover_fill = theme.accent_soft});
    if (!place.first) {
        sheet.begin_box({.rect = {column.x, top, column.width, 1}, .fill = theme.line});
    }
    Column inside = column.inset(17, kRight);
    inside.y += kPadding;
    sheet.paragraph(
        inside, paragraph_of(node.runs, node.text, {Face::kStrong, 16}, theme.ink, theme, 21.6F));
    if (!node.value.empty()) {
        inside.y += 3;
        sheet.text(inside, node.value, {Face::kStrong, 14}, theme.quiet, 20.3F);
    }
    const Paragraph below =
        paragraph_of(node.detail, node.hint, {Face::kRegular, 15}, theme.quiet, theme, 21.75F);
    if (!below.pieces.empty()) {
        inside.y += 3;
        sheet.paragraph(inside, below);
    }
    column.y = inside.y + kPadding;
    sheet.finish_box(ground, column.y);
    const Rect rect = {column.x, top, column.width, column.y - top};
    sheet.target(index).rects = {rect};
    sheet.icon(Icon::kForward,
               {rect.right() - 15 - kIcon, top + (rect.height - kIcon) / 2, kIcon, kIcon},
               theme.edge);
}

}  // namespace ventanilla::canvas
