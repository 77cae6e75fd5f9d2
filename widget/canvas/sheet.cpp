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

TargetIndex Sheet::add_target(Target target) {
    target.around.assign(around.rbegin(), around.rend());
    if (target.ring == 0) {
        target.ring = theme().accent_ink;
    }
    layer.targets.push_back(std::move(target));
    return static_cast<TargetIndex>(layer.targets.size()) - 1;
}

}  // namespace ventanilla::canvas
