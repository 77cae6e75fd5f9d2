#include "widget/canvas/sheet.h"

#include <algorithm>

namespace ventanilla::canvas {

float Stage::gutter() const {
    constexpr float kMeasure = 696;  // a line that is easily read
    return std::max(20.0F, (view.width - kMeasure) / 2);
}

void Sheet::paragraph(Column& column, const Paragraph& paragraph) {
    column.y += flow(layer, stage.fonts, paragraph, {column.x, column.y}, column.width);
}

void Sheet::text(Column& column, std::string_view text, Style style, Colour colour,
                 float line_height) {
    Piece piece;
    piece.text = text;
    piece.style = style;
    piece.colour = colour;
    paragraph(column, {.pieces = {std::move(piece)}, .line_height = line_height});
}

std::size_t Sheet::begin_box(const Box& box) {
    layer.shapes.emplace_back(box);
    return layer.shapes.size() - 1;
}

Box& Sheet::box_at(std::size_t index) {
    return *std::get_if<Box>(&layer.shapes[index]);
}

void Sheet::finish_box(std::size_t index, float bottom) {
    Box& box = box_at(index);
    box.rect.height = bottom - box.rect.y;
}

void Sheet::icon(Icon icon, const Rect& rect, Colour colour) {
    layer.shapes.emplace_back(Drawing{rect, icon, colour});
}

std::string Sheet::next_part_key() {
    std::string key = around.empty() ? std::string() : around.back();
    key += '#';
    key += std::to_string(parts++);
    return key;
}

std::size_t Sheet::begin_pane(std::string key, const Rect& rect, float width, float radius) {
    Target target{.key = key, .role = Role::kPane, .rects = {rect}};
    target.across = std::max(0.0F, width - rect.width);
    target.radius = radius;
    const TargetIndex index = add_target(std::move(target));
    layer.shapes.emplace_back(Pane{rect, key, width, theme().edge});
    pane = std::move(key);
    return static_cast<std::size_t>(index);
}

void Sheet::end_pane(std::size_t index, float bottom) {
    Rect& rect = layer.targets[index].rects.front();
    rect.height = bottom - rect.y;
    const auto begin = std::ranges::find_if(layer.shapes, [&](const Shape& shape) {
        const auto* one = std::get_if<Pane>(&shape);
        return one != nullptr && one->key == pane;
    });
    std::get_if<Pane>(&*begin)->rect.height = rect.height;
    layer.shapes.emplace_back(Pane{rect});
    pane.clear();
}

TargetIndex Sheet::add_target(Target target) {
    target.pane = pane;
    target.around.assign(around.rbegin(), around.rend());
    if (target.ring == 0) {
        target.ring = theme().accent_ink;
    }
    layer.targets.push_back(std::move(target));
    return static_cast<TargetIndex>(layer.targets.size()) - 1;
}

}  // namespace ventanilla::canvas
