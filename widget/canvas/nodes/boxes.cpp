#include <algorithm>

#include "widget/canvas/layout.h"
#include "widget/canvas/nodes/nodes.h"

namespace ventanilla::canvas {
namespace {

using app::Node;
using app::Tone;

struct NoticeLook {
    Icon icon;
    Colour ground;
    Colour sign;
};

NoticeLook notice_look(Tone tone, const Theme& theme) {
    switch (tone) {
    case Tone::kSuccess:
        return {Icon::kSuccess, theme.success_soft, theme.success};
    case Tone::kWarning:
        return {Icon::kWarning, theme.warning_soft, theme.warning};
    case Tone::kError:
        return {Icon::kError, theme.error_soft, theme.error};
    case Tone::kInfo:
        break;
    }
    return {Icon::kInfo, theme.accent_soft, theme.accent_ink};
}

}  // namespace

void lay_notice(Sheet& sheet, const Node& node, Column& column) {
    constexpr float kIcon = 20;
    constexpr float kGap = 12;
    constexpr float kPadding = 15;
    const NoticeLook look = notice_look(node.tone, sheet.theme());
    const std::size_t ground = sheet.begin_box(
        {.rect = {column.x, column.y, column.width, 0}, .fill = look.ground, .radius = 16});
    sheet.icon(look.icon, {column.x + 17, column.y + kPadding + 2, kIcon, kIcon}, look.sign);
    Column inside = column.inset(17 + kIcon + kGap, 17);
    inside.y += kPadding;
    if (!node.text.empty()) {
        sheet.text(inside, node.text, {}, sheet.theme().ink, 24);
        inside.y += node.children.empty() ? 0 : kGap;
    }
    lay_nodes(sheet, node.children, inside, kGap);
    column.y = std::max(inside.y, column.y + kPadding + 24) + kPadding;
    sheet.finish_box(ground, column.y);
}

void lay_details(Sheet& sheet, const Node& node, Column& column) {
    const std::size_t frame = sheet.begin_box(
        {.rect = {column.x, column.y, column.width, 0}, .edge = sheet.theme().line, .radius = 16});
    lay_nodes(sheet, node.children, column, 0);
    sheet.finish_box(frame, column.y);
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        // The lines between the details: each is where the next one begins.
        const Place& below = sheet.layer.places[sheet.layer.places.size() - i];
        sheet.begin_box(
            {.rect = {column.x, below.rect.y, column.width, 1}, .fill = sheet.theme().line});
    }
}

void lay_detail(Sheet& sheet, const Node& node, Column& column) {
    Column inside = column.inset(17, 17);
    inside.y += 12;
    sheet.text(inside, node.text, {Face::kRegular, 15}, sheet.theme().quiet, 22.5F);
    const Stage& stage = sheet.stage;
    const std::string value = node.input == app::Input::kDate
                                  ? stage.platform.format_date(node.value, stage.screen.language)
                                  : node.value;
    sheet.paragraph(
        inside, {.pieces = {{.text = value, .colour = sheet.theme().ink}}, .keeps_lines = true});
    column.y = inside.y + 12;
}

}  // namespace ventanilla::canvas
