#include <algorithm>
#include <cmath>

#include "widget/canvas/nodes/nodes.h"

namespace ventanilla::canvas {

using app::Node;

namespace {

// As large as fits the line: a code that is broken is easily read out wrong.
Style code_style(const Sheet& sheet, std::string_view code, float width) {
    constexpr float kLargest = 26;
    constexpr float kSmallest = 14;
    const float wanted = sheet.stage.fonts.width(code, {Face::kMono, kLargest});
    const float fitting = std::floor(kLargest * width / std::max(wanted, 1.0F));
    return {Face::kMono, std::clamp(fitting, kSmallest, kLargest)};
}

}  // namespace

void lay_heading(Sheet& sheet, const Node& node, Column& column) {
    const float size = sheet.at_foot ? 15.0F : node.number <= 2 ? 17.0F : 16.0F;
    sheet.text(column, node.text, {Face::kStrong, size}, sheet.theme().ink, size * 1.3F);
}

void lay_text(Sheet& sheet, const Node& node, Column& column) {
    if (sheet.at_foot) {
        sheet.text(column, node.text, {Face::kRegular, 15}, sheet.theme().quiet, 22);
    } else {
        sheet.text(column, node.text, {}, sheet.theme().ink, 24);
    }
}

void lay_progress(Sheet& sheet, const Node& node, Column& column) {
    constexpr float kBar = 6;
    sheet.text(column, node.text, {Face::kRegular, 14}, sheet.theme().quiet, 21);
    column.y += 8;
    const Rect bar = {column.x, column.y, column.width, kBar};
    sheet.begin_box({.rect = bar, .fill = sheet.theme().line, .radius = kBar / 2});
    if (node.number < 0) {
        sheet.layer.shapes.emplace_back(Waiting{bar, sheet.theme().accent_ink, sheet.stage.still});
    } else if (node.number > 0) {
        const float share = static_cast<float>(std::min(node.number, 100)) / 100;
        sheet.begin_box({.rect = {bar.x, bar.y, bar.width * share, kBar},
                         .fill = sheet.theme().accent_ink,
                         .radius = kBar / 2});
    }
    column.y += kBar;
}

void lay_code(Sheet& sheet, const Node& node, Column& column) {
    const Theme& theme = sheet.theme();
    const std::size_t frame = sheet.begin_box({.rect = {column.x, column.y, column.width, 0},
                                               .fill = theme.sunken,
                                               .edge = theme.edge,
                                               .edge_width = 1.5F,
                                               .radius = 16,
                                               .dashed = true});
    Column inside = column.inset(16, 16);
    inside.y += 20;
    sheet.paragraph(
        inside,
        {.pieces = {{.text = node.text, .style = {Face::kRegular, 15}, .colour = theme.quiet}},
         .line_height = 22.5F,
         .centred = true});
    inside.y += 4;
    sheet.paragraph(inside, {.pieces = {{.text = node.value,
                                         .style = code_style(sheet, node.value, inside.width),
                                         .colour = theme.ink}},
                             .line_height = 34,
                             .centred = true});
    column.y = inside.y + 20;
    sheet.finish_box(frame, column.y);
}

void lay_date(Sheet& sheet, const Node& node, Column& column) {
    const std::string written =
        sheet.stage.platform.format_date(node.value, sheet.stage.screen.language);
    sheet.paragraph(
        column,
        {.pieces = {{.text = node.text + " ",
                     .style = {Face::kRegular, 15},
                     .colour = sheet.theme().quiet},
                    {.text = written, .style = {Face::kStrong, 16}, .colour = sheet.theme().ink}}});
}

}  // namespace ventanilla::canvas
