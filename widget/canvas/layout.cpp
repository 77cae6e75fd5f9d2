#include "widget/canvas/layout.h"

#include <algorithm>

#include "widget/canvas/head.h"
#include "widget/canvas/nodes/nodes.h"

namespace ventanilla::canvas {
namespace {

using app::Node;
using app::NodeKind;

constexpr float kBodyPadding = 20;
constexpr float kBodyGap = 20;

bool is_primary(const Node* node) {
    return node != nullptr && node->kind == NodeKind::kAction &&
           node->emphasis == app::Emphasis::kPrimary;
}

float gap_between(const Node& above, const Node& below, float gap) {
    if (above.kind == NodeKind::kAction && below.kind == NodeKind::kAction) {
        return gap - 8;
    }
    if (above.kind == NodeKind::kGroup && below.kind == NodeKind::kGroup) {
        return gap + 8;
    }
    return gap;
}

void lay_group(Sheet& sheet, const Node& node, Column& column) {
    constexpr float kGap = 12;
    lay_nodes(sheet, node.children, column, kGap);
}

void lay_form(Sheet& sheet, const Node& node, Column& column) {
    sheet.submits = node.message;
    lay_nodes(sheet, node.children, column, kBodyGap);
    sheet.submits.reset();
}

void lay_node(Sheet& sheet, const Node& node, Column& column, bool shares_weight) {
    switch (node.kind) {
    case NodeKind::kGroup:
        return lay_group(sheet, node, column);
    case NodeKind::kHeading:
        return lay_heading(sheet, node, column);
    case NodeKind::kText:
        return lay_text(sheet, node, column);
    case NodeKind::kSearch:
        return lay_search(sheet, node, column);
    case NodeKind::kList:
        return lay_list(sheet, node, column);
    case NodeKind::kItem:
        return lay_item(sheet, node, column, {});
    case NodeKind::kAction:
        return lay_action(sheet, node, column, shares_weight);
    case NodeKind::kLink:
        return lay_link(sheet, node, column);
    case NodeKind::kFilter:
        return lay_filter(sheet, node, column);
    case NodeKind::kForm:
        return lay_form(sheet, node, column);
    case NodeKind::kField:
        return lay_field(sheet, node, column);
    case NodeKind::kChoice:
        return lay_choice(sheet, node, column);
    case NodeKind::kCheck:
        return lay_check(sheet, node, column);
    case NodeKind::kDocument:
        return lay_document(sheet, node, column);
    case NodeKind::kProgress:
        return lay_progress(sheet, node, column);
    case NodeKind::kNotice:
        return lay_notice(sheet, node, column);
    case NodeKind::kDetails:
        return lay_details(sheet, node, column);
    case NodeKind::kDetail:
        return lay_detail(sheet, node, column);
    case NodeKind::kCode:
        return lay_code(sheet, node, column);
    case NodeKind::kDate:
        return lay_date(sheet, node, column);
    case NodeKind::kOption:
        return;  // drawn by its choice
    }
}

Layer lay_body(const Stage& stage, float head_height) {
    Layer layer;
    Sheet sheet(stage, layer);
    const float gutter = stage.gutter();
    Column column{gutter, kBodyPadding, stage.view.width - 2 * gutter};
    lay_nodes(sheet, stage.screen.nodes, column, kBodyGap);
    column.y += kBodyPadding;
    lay_foot(sheet, column, stage.view.height - head_height);
    layer.height = column.y;
    return layer;
}

}  // namespace

void lay_nodes(Sheet& sheet, const std::vector<Node>& nodes, Column& column, float gap) {
    const Node* above = nullptr;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Node& node = nodes[i];
        if (above != nullptr) {
            column.y += gap_between(*above, node, gap);
        }
        // Of several that are as important none may shout.
        const Node* below = i + 1 < nodes.size() ? &nodes[i + 1] : nullptr;
        const bool shares_weight = is_primary(&node) && (is_primary(above) || is_primary(below));
        const float top = column.y;
        sheet.around.push_back(node.key);
        lay_node(sheet, node, column, shares_weight);
        sheet.around.pop_back();
        sheet.layer.places.push_back({node.key,
                                      {column.x, top, column.width, column.y - top},
                                      {sheet.around.rbegin(), sheet.around.rend()}});
        above = &node;
    }
}

Page lay_out(const Stage& stage) {
    Page page;
    page.head = lay_head(stage);
    page.body = lay_body(stage, page.head.height);
    return page;
}

}  // namespace ventanilla::canvas
