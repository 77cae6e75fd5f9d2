#include <algorithm>

#include "widget/canvas/nodes/nodes.h"

namespace ventanilla::canvas {
namespace {

using app::Node;

constexpr float kValueSide = 15.5F;
constexpr float kValueGap = 8;
constexpr float kValueLine = 20.25F;
constexpr float kValueAround = 17;  // above and below a value's lines, together
constexpr float kValueRadius = 20;

// Values stand side by side as long as there is room for them.
class ValueRow {
public:
    explicit ValueRow(const Column& column) : column_(column), x_(column.x), y_(column.y) {}

    Rect place(Size size) {
        if (x_ > column_.x && x_ + size.width > column_.x + column_.width) {
            x_ = column_.x;
            y_ += height_ + kValueGap;
            height_ = 0;
        }
        const Rect rect = {x_, y_, size.width, size.height};
        x_ += size.width + kValueGap;
        height_ = std::max(height_, size.height);
        return rect;
    }
    [[nodiscard]] float bottom() const { return y_ + height_; }

private:
    Column column_;
    float x_;
    float y_;
    float height_ = 0;
};

Rect lay_value(Sheet& sheet, const Node& node, float width, ValueRow& row) {
    const Theme& theme = sheet.theme();
    const bool chosen = !node.value.empty();
    const Paragraph label{.pieces = {{.text = node.text,
                                      .style = {chosen ? Face::kStrong : Face::kRegular, 15},
                                      .colour = chosen ? theme.accent_ink : theme.ink}},
                          .line_height = kValueLine};
    const Fonts& fonts = sheet.stage.fonts;
    const float wide = std::min(width, natural_width(fonts, label) + 2 * kValueSide);
    const Rect rect =
        row.place({wide, flow_height(fonts, label, wide - 2 * kValueSide) + kValueAround});
    const TargetIndex index = sheet.add_target({.key = node.key,
                                                .role = Role::kLink,
                                                .name = node.text,
                                                .rects = {rect},
                                                .message = app::Navigate{node.href},
                                                .radius = kValueRadius});
    sheet.begin_box({.rect = rect,
                     .fill = chosen ? theme.accent_soft : 0,
                     .edge = chosen ? theme.accent_ink : theme.edge,
                     .edge_width = 1.5F,
                     .radius = kValueRadius,
                     .target = index,
                     .hover_fill = theme.accent_soft,
                     .hover_edge = theme.accent_ink});
    flow(sheet.layer, fonts, label, {rect.x + kValueSide, rect.y + kValueAround / 2},
         wide - 2 * kValueSide);
    return rect;
}

}  // namespace

void lay_filter(Sheet& sheet, const Node& node, Column& column) {
    const Paragraph name{.pieces = {{.text = node.text,
                                     .style = {Face::kRegular, 15},
                                     .colour = sheet.theme().quiet}},
                         .line_height = kValueLine};
    const Fonts& fonts = sheet.stage.fonts;
    const float wide = std::min(column.width, natural_width(fonts, name));
    const float height = flow_height(fonts, name, wide);
    ValueRow row(column);
    const Rect rect = row.place({wide, height + kValueAround});
    flow(sheet.layer, fonts, name, {rect.x, rect.y + kValueAround / 2}, wide);
    for (const Node& value : node.children) {
        sheet.around.push_back(value.key);
        const Rect place = lay_value(sheet, value, column.width, row);
        sheet.around.pop_back();
        sheet.layer.places.push_back(
            {value.key, place, {sheet.around.rbegin(), sheet.around.rend()}});
    }
    column.y = row.bottom();
}

}  // namespace ventanilla::canvas
