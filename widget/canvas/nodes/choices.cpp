#include <algorithm>

#include "widget/canvas/nodes/nodes.h"

namespace ventanilla::canvas {
namespace {

using app::Node;

constexpr float kRowSide = 15.5F;
constexpr float kControl = 20;
constexpr float kControlGap = 12;

// A row with a control and its text; `target` says whether it is chosen and what it reports.
void lay_row(Sheet& sheet, const std::string& text, Target target, Column& column) {
    const Theme& theme = sheet.theme();
    const bool chosen = target.chosen;
    const bool disabled = target.disabled;
    const bool radio = target.role == Role::kRadio;
    Paragraph label{.pieces = {{.text = text, .colour = theme.ink}}, .line_height = 21.6F};
    Column inside = column.inset(kRowSide + kControl + kControlGap, kRowSide);
    const float lines = flow_height(sheet.stage.fonts, label, inside.width);
    const Rect rect = {column.x, column.y, column.width, std::max(48.0F, lines + 25)};
    target.rects = {rect};
    target.radius = 12;
    const TargetIndex index = sheet.add_target(std::move(target));
    const Colour edge = chosen ? theme.accent_ink : theme.edge;
    sheet.begin_box({.rect = rect,
                     .fill = disabled ? theme.sunken
                             : chosen ? theme.accent_soft
                                      : 0,
                     .edge = disabled ? theme.line : edge,
                     .edge_width = 1.5F,
                     .radius = 12,
                     .target = disabled ? kNoTarget : index,
                     .hover_fill = chosen ? theme.accent_soft : 0,
                     .hover_edge = theme.accent_ink});
    const Icon off = radio ? Icon::kRadio : Icon::kCheck;
    const Icon on = radio ? Icon::kRadioChosen : Icon::kCheckChosen;
    sheet.icon(chosen ? on : off,
               {rect.x + kRowSide, rect.y + (rect.height - kControl) / 2, kControl, kControl},
               chosen && !disabled ? theme.accent_ink : theme.edge);
    inside.y = rect.y + (rect.height - lines) / 2;
    sheet.paragraph(inside, label);
    column.y = rect.bottom();
}

}  // namespace

void lay_hint(Sheet& sheet, const Node& node, Column& column) {
    if (!node.hint.empty()) {
        sheet.text(column, node.hint, {Face::kRegular, 15}, sheet.theme().quiet, 21);
        column.y += 6;
    }
}

void lay_error(Sheet& sheet, const Node& node, Column& column, float gap) {
    if (node.error.empty()) {
        return;
    }
    constexpr float kIcon = 20;
    column.y += gap;
    sheet.icon(Icon::kError, {column.x, column.y, kIcon, kIcon}, sheet.theme().error);
    Column inside = column.inset(kIcon + 6, 0);
    sheet.text(inside, node.error, {Face::kRegular, 15}, sheet.theme().error, 21);
    column.y = inside.y;
}

void lay_choice(Sheet& sheet, const Node& node, Column& column) {
    constexpr float kRowGap = 8;
    // Where the question is the screen's title, it stands there already.
    if (node.text != sheet.stage.screen.title) {
        sheet.text(column, node.text, {Face::kStrong, 16}, sheet.theme().ink, 21.6F);
        column.y += kRowGap;
    }
    lay_hint(sheet, node, column);
    for (const Node& option : node.children) {
        column.y += &option == &node.children.front() ? 0 : kRowGap;
        const float top = column.y;
        lay_row(sheet, option.text,
                {.key = option.key,
                 .role = Role::kRadio,
                 .name = option.text,
                 .message = app::Chose{node.key, option.value},
                 .group = node.key,
                 .chosen = option.value == node.value,
                 .disabled = node.read_only},
                column);
        sheet.layer.places.push_back({option.key,
                                      {column.x, top, column.width, column.y - top},
                                      {sheet.around.rbegin(), sheet.around.rend()}});
    }
    lay_error(sheet, node, column, kRowGap);
}

void lay_check(Sheet& sheet, const Node& node, Column& column) {
    const bool set = node.value == "true";
    lay_row(sheet, node.text,
            {.key = node.key,
             .role = Role::kCheck,
             .name = node.text,
             .message = app::Chose{node.key, set ? "" : "true"},
             .chosen = set,
             .disabled = node.read_only},
            column);
    if (!node.hint.empty()) {
        column.y += 6;
        sheet.text(column, node.hint, {Face::kRegular, 15}, sheet.theme().quiet, 21);
    }
    lay_error(sheet, node, column, 6);
}

}  // namespace ventanilla::canvas
