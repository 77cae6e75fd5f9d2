#include "widget/canvas/nodes/nodes.h"

#include <algorithm>
#include <string_view>

namespace ventanilla::canvas {
namespace {

using app::Emphasis;
using app::Node;

constexpr float kLabelSide = 21.5F;

struct ActionLook {
    Colour text = 0;
    Colour fill = 0;
    Colour edge = 0;
    Colour hover_fill = 0;
    Colour hover_edge = 0;
};

ActionLook action_look(const Node& node, bool shares_weight, const Theme& theme) {
    if (shares_weight) {
        return {theme.accent_ink, theme.accent_soft, theme.accent_ink, theme.accent_soft,
                theme.accent_ink};
    }
    switch (node.emphasis) {
    case Emphasis::kPrimary:
        return {theme.on_accent, theme.accent, 0, theme.accent_hover, 0};
    case Emphasis::kQuiet:
        return {.text = theme.accent_ink, .hover_fill = theme.accent_soft};
    case Emphasis::kSecondary:
        break;
    }
    return {theme.accent_ink, theme.surface, theme.edge, theme.accent_soft, theme.accent_ink};
}

// As in the DOM view: as wide as the column on phones; elsewhere as its text needs, quiet ones in line with texts.
Rect place_of(const Stage& stage, const Column& column, const Paragraph& label, bool quiet) {
    constexpr float kLeastWide = 224;
    Rect rect = {column.x, column.y, column.width, 0};
    if (stage.wide()) {
        const float wanted = natural_width(stage.fonts, label) + 2 * kLabelSide;
        rect.width = std::min(column.width, quiet ? wanted : std::max(wanted, kLeastWide));
        rect.x -= quiet ? 20 : 0;
    }
    const float lines = flow_height(stage.fonts, label, rect.width - 2 * kLabelSide);
    rect.height = std::max(quiet ? 44.0F : 48.0F, lines + 25);
    return rect;
}

std::string_view scheme_of(std::string_view address) {
    const std::size_t colon = address.find(':');
    return address.substr(0, colon == std::string_view::npos ? 0 : colon);
}

}  // namespace

void lay_action(Sheet& sheet, const Node& node, Column& column, bool shares_weight) {
    const ActionLook look = action_look(node, shares_weight, sheet.theme());
    const bool quiet = node.emphasis == Emphasis::kQuiet;
    const Paragraph label{
        .pieces = {{.text = node.text, .style = {Face::kStrong, 16}, .colour = look.text}},
        .line_height = 20.8F,
        .centred = true};
    const Rect rect = place_of(sheet.stage, column, label, quiet);
    const TargetIndex index = sheet.add_target({.key = node.key,
                                                .name = node.text,
                                                .rects = {rect},
                                                .message = node.message,
                                                .radius = 14});
    sheet.begin_box({.rect = rect,
                     .fill = look.fill,
                     .edge = look.edge,
                     .edge_width = 1.5F,
                     .radius = 14,
                     .target = index,
                     .hover_fill = look.hover_fill,
                     .hover_edge = look.hover_edge});
    const float height = flow_height(sheet.stage.fonts, label, rect.width - 2 * kLabelSide);
    flow(sheet.layer, sheet.stage.fonts, label,
         {rect.x + kLabelSide, rect.y + (rect.height - height) / 2}, rect.width - 2 * kLabelSide);
    column.y = rect.bottom();
}

void lay_link(Sheet& sheet, const Node& node, Column& column) {
    constexpr float kDisc = 44;
    constexpr float kGap = 14;
    const Theme& theme = sheet.theme();
    // A channel that is a path is a callback.
    const std::string_view scheme =
        node.key.starts_with("channel./") ? "tel" : scheme_of(node.href);
    const bool has_icon = scheme == "tel" || scheme == "mailto";
    const bool leaves = !node.href.starts_with('/') || node.value == app::kToPage;
    Target target{.key = node.key, .role = Role::kLink, .name = node.text};
    if (leaves) {
        target.address = node.href;
    } else {
        target.message = app::Navigate{node.href};
    }
    const TargetIndex index = sheet.add_target(std::move(target));
    Piece name{.text = node.text,
               .style = {Face::kStrong, 16},
               .colour = theme.accent_ink,
               .underlined = true,
               .target = index};
    Paragraph label{.pieces = {std::move(name)}};
    if (leaves && !has_icon) {
        label.pieces.push_back({.style = {Face::kStrong, 16},
                                .colour = theme.accent_ink,
                                .icon = Icon::kLeave,
                                .target = index});
    }
    Paragraph hint{.line_height = 19.6F};
    if (!node.hint.empty()) {
        hint.pieces.push_back(
            {.text = node.hint, .style = {Face::kRegular, 14}, .colour = theme.quiet});
    }
    Column inside = has_icon ? column.inset(kDisc + kGap, 0) : column;
    const float height = flow_height(sheet.stage.fonts, label, inside.width) +
                         flow_height(sheet.stage.fonts, hint, inside.width);
    inside.y += std::max(0.0F, (kDisc - height) / 2);
    sheet.paragraph(inside, label);
    sheet.paragraph(inside, hint);
    const float bottom = std::max(column.y + kDisc, inside.y);
    if (has_icon) {
        const Rect disc = {column.x, column.y + (bottom - column.y - kDisc) / 2, kDisc, kDisc};
        sheet.begin_box({.rect = disc, .fill = theme.accent_soft, .radius = kDisc / 2});
        sheet.icon(scheme == "tel" ? Icon::kTelephone : Icon::kMail, disc.inset(12),
                   theme.accent_ink);
    }
    column.y = bottom;
}

}  // namespace ventanilla::canvas
