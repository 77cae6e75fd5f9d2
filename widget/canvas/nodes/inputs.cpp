#include <algorithm>

#include "core/text/utf8.h"
#include "widget/canvas/nodes/nodes.h"

namespace ventanilla::canvas {
namespace {

using app::Node;

InputKind kind_of(app::Input input) {
    switch (input) {
    case app::Input::kText:
    case app::Input::kOneTimeCode:
    case app::Input::kFile:
        return InputKind::kText;
    case app::Input::kLongText:
        return InputKind::kLongText;
    case app::Input::kEmail:
        return InputKind::kEmail;
    case app::Input::kTelephone:
        return InputKind::kTelephone;
    case app::Input::kDate:
        return InputKind::kDate;
    }
    return InputKind::kText;
}

TextInput input_of(const Node& node, InputKind kind, const Rect& text, const Theme& theme) {
    return {.key = node.key,
            .kind = kind,
            .label = node.text,
            .hint = kind == InputKind::kSearch ? node.hint : std::string(),
            .value = node.value,
            .rect = text,
            .ink = theme.ink,
            .hint_ink = theme.quiet,
            .read_only = node.read_only,
            .required = node.required,
            .invalid = !node.error.empty()};
}

// As high as what is in it, from five lines to thirteen.
float area_height(const Sheet& sheet, const Node& node, float width) {
    const float lines = flow_height(
        sheet.stage.fonts, {.pieces = {{.text = node.value + " "}}, .keeps_lines = true}, width);
    return std::clamp(lines + 24, 120.0F, 320.0F);
}

void lay_count(Sheet& sheet, const Node& node, Column& column) {
    const auto length = static_cast<int>(text::count_characters(node.value));
    if (node.number == 0 || length * 5 <= node.number * 4) {
        return;
    }
    column.y += 6;
    const std::string count = std::to_string(length) + " / " + std::to_string(node.number);
    const Style style = {Face::kRegular, 15};
    Column end = column;
    end.x += column.width - sheet.stage.fonts.width(count, style);
    sheet.text(end, count, style, sheet.theme().quiet, 21);
    column.y = end.y;
}

}  // namespace

void lay_search(Sheet& sheet, const Node& node, Column& column) {
    constexpr float kAbove = 6;
    constexpr float kBelow = 20;
    constexpr float kHeight = 52;
    const Theme& theme = sheet.theme();
    // It continues the head's colour, up to the head and to both sides.
    column.y = 0;
    sheet.begin_box(
        {.rect = {0, 0, sheet.stage.view.width, kAbove + kHeight + kBelow}, .fill = theme.accent});
    const Rect frame = {column.x, kAbove, column.width, kHeight};
    sheet.begin_box({.rect = frame, .fill = theme.surface, .radius = 16});
    sheet.icon(Icon::kSearch, {frame.x + 16, frame.y + 16, 20, 20}, theme.quiet);
    const Rect text = {frame.x + 44, frame.y + 6, frame.width - 56, kHeight - 12};
    sheet.add_target({.key = node.key,
                      .role = Role::kInput,
                      .name = node.text,
                      .rects = {frame},
                      .input = input_of(node, InputKind::kSearch, text, theme),
                      .submits = node.message,
                      .revision = node.revision,
                      .radius = 16,
                      .ring = theme.on_accent});
    column.y = kAbove + kHeight + kBelow;
}

void lay_field(Sheet& sheet, const Node& node, Column& column) {
    constexpr float kSide = 15;
    constexpr float kLine = 48;
    const Theme& theme = sheet.theme();
    sheet.text(column, node.text, {Face::kStrong, 16}, theme.ink, 21.6F);
    column.y += 6;
    lay_hint(sheet, node, column);
    const bool area = node.input == app::Input::kLongText;
    Rect frame = {column.x, column.y, column.width, kLine};
    if (area) {
        frame.height = area_height(sheet, node, frame.width - 2 * kSide);
    }
    const TargetIndex index = sheet.add_target(
        {.key = node.key,
         .role = Role::kInput,
         .name = node.text,
         .rects = {frame},
         .input = input_of(node, kind_of(node.input),
                           {frame.x + kSide, frame.y + (area ? 12.0F : 6.0F),
                            frame.width - 2 * kSide, frame.height - (area ? 24.0F : 12.0F)},
                           theme),
         .submits = area ? std::nullopt : sheet.submits,
         .revision = node.revision,
         .radius = 12});
    sheet.begin_box({.rect = frame,
                     .fill = node.read_only ? theme.sunken : theme.surface,
                     .edge = node.error.empty() ? theme.edge : theme.error,
                     .edge_width = 1.5F,
                     .radius = 12,
                     .target = index});
    column.y = frame.bottom();
    lay_count(sheet, node, column);
    lay_error(sheet, node, column, 6);
}

}  // namespace ventanilla::canvas
