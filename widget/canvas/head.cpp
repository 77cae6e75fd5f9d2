#include "widget/canvas/head.h"

#include <algorithm>

#include "widget/canvas/layout.h"

namespace ventanilla::canvas {
namespace {

using app::Node;

constexpr float kHeadButton = 44;
constexpr float kHeadGap = 10;
constexpr float kHeadPadding = 12;
constexpr float kNarrow = 352;

bool greets(const app::Screen& screen) {
    return screen.id == app::ScreenId::kHome || screen.id == app::ScreenId::kResults;
}

void lay_button(Sheet& sheet, const Node& node, Icon icon, Point at) {
    const Rect rect = {at.x, at.y, kHeadButton, kHeadButton};
    const TargetIndex index = sheet.add_target({.key = node.key,
                                                .name = node.text,
                                                .rects = {rect},
                                                .message = node.message,
                                                .radius = kHeadButton / 2,
                                                .ring = sheet.theme().on_accent});
    sheet.begin_box({.rect = rect,
                     .radius = kHeadButton / 2,
                     .target = index,
                     .hover_fill = sheet.theme().on_accent_faint});
    sheet.icon(icon, rect.inset(10), sheet.theme().on_accent);
    sheet.layer.places.push_back({node.key, rect, {}});
}

// What stands at the begin of the head: the way back, or the sign of help.
void lay_start(Sheet& sheet, Point at) {
    if (sheet.stage.screen.back) {
        lay_button(sheet, *sheet.stage.screen.back, Icon::kBack, at);
        return;
    }
    const Rect rect = {at.x, at.y, kHeadButton, kHeadButton};
    sheet.begin_box(
        {.rect = rect, .fill = sheet.theme().on_accent_faint, .radius = kHeadButton / 2});
    sheet.icon(Icon::kHelp, rect.inset(11), sheet.theme().on_accent);
}

Paragraph eyebrow_of(const Stage& stage) {
    Paragraph eyebrow{.line_height = 17};
    if (!stage.screen.eyebrow.empty()) {
        eyebrow.pieces.push_back({.text = stage.screen.eyebrow,
                                  .style = {Face::kRegular, 13},
                                  .colour = stage.theme.on_accent});
    }
    return eyebrow;
}

Paragraph title_of(const Stage& stage) {
    const bool large = greets(stage.screen) && stage.view.width > kNarrow;
    const Style style = {Face::kStrong, large ? 22.0F : 19.0F};
    return {
        .pieces = {{.text = stage.screen.title, .style = style, .colour = stage.theme.on_accent}},
        .line_height = style.size * 1.25F};
}

void lay_title(Sheet& sheet, Column& column) {
    const float top = column.y;
    sheet.paragraph(column, title_of(sheet.stage));
    sheet.layer.places.push_back({"title", {column.x, top, column.width, column.y - top}, {}});
}

void lay_person(Sheet& sheet, Column& column) {
    constexpr float kTopPadding = 16;
    constexpr float kBottomPadding = 20;
    constexpr float kFootGap = 12;
    const float width = sheet.stage.view.width;
    const std::size_t ground =
        sheet.begin_box({.rect = {0, column.y, width, 0}, .fill = sheet.theme().sunken});
    sheet.begin_box({.rect = {0, column.y, width, 1}, .fill = sheet.theme().line});
    column.y += kTopPadding;
    sheet.at_foot = true;
    lay_nodes(sheet, sheet.stage.screen.person, column, kFootGap);
    sheet.at_foot = false;
    column.y += kBottomPadding;
    sheet.finish_box(ground, column.y);
}

}  // namespace

Layer lay_head(const Stage& stage) {
    constexpr float kLeast = 72;
    Layer layer;
    Sheet sheet(stage, layer);
    const app::Screen& screen = stage.screen;
    const float edge = stage.gutter() - 8;
    const float end = stage.view.width - edge;
    const std::size_t ground =
        sheet.begin_box({.rect = {0, 0, stage.view.width, 0}, .fill = sheet.theme().accent});
    lay_start(sheet, {edge, kHeadPadding});
    const bool closes = stage.closable && screen.close.has_value();
    const float left = edge + kHeadButton + kHeadGap;
    Column names{left, 0, (closes ? end - kHeadButton - kHeadGap : end) - left};
    const Paragraph eyebrow = eyebrow_of(stage);
    const float eyebrow_height = flow_height(stage.fonts, eyebrow, names.width);
    const float title_height =
        greets(screen) ? 0 : flow_height(stage.fonts, title_of(stage), names.width);
    names.y = kHeadPadding + std::max(0.0F, (kHeadButton - eyebrow_height - title_height) / 2);
    sheet.paragraph(names, eyebrow);
    if (greets(screen)) {
        Column title{edge + 8, std::max(kHeadPadding + kHeadButton, names.y) + 4, end - edge - 16};
        lay_title(sheet, title);
        layer.height = title.y + 8;
    } else {
        lay_title(sheet, names);
        layer.height = std::max(kLeast, names.y + kHeadPadding);
    }
    if (closes) {
        lay_button(sheet, *screen.close, Icon::kClose, {end - kHeadButton, kHeadPadding});
    }
    sheet.finish_box(ground, layer.height);
    return layer;
}

void lay_foot(Sheet& sheet, Column& column, float height) {
    Layer measured;
    Sheet trial(sheet.stage, measured);
    Column foot{column.x, 0, column.width};
    lay_person(trial, foot);
    column.y = std::max(column.y, height - foot.y);
    lay_person(sheet, column);
}

}  // namespace ventanilla::canvas
