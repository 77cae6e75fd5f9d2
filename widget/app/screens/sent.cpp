#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

std::string shown_value(const site::Catalog& catalog, const ticket::Field& field,
                        const std::string& value) {
    for (const ticket::Option& option : field.options) {
        if (option.id == value) {
            return std::string(ticket::in_language(option.label, catalog.language));
        }
    }
    return field.type == ticket::FieldType::kCheck ? catalog.messages.text("value.yes") : value;
}

}  // namespace

std::vector<Node> sent_nodes(const site::Catalog& catalog, const ticket::Values& sent) {
    std::vector<Node> lines;
    for (const ticket::Field& field : catalog.form.fields) {
        if (const auto value = sent.find(field.id); value != sent.end()) {
            lines.push_back(detail("sent." + field.id,
                                   std::string(ticket::in_language(field.label, catalog.language)),
                                   shown_value(catalog, field, value->second)));
            if (field.type == ticket::FieldType::kDate) {
                lines.back().input = Input::kDate;
            }
        }
    }
    const std::string title = catalog.messages.text("receipt.sent");
    return nodes_of(
        titled_group("sent", title, nodes_of(details("sent.list", title, std::move(lines)))));
}

}  // namespace ventanilla::app
