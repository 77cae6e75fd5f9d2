#include "core/site/address.h"
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

Node sent_details(const site::Catalog& catalog, const ticket::Values& sent) {
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
    return titled_group("sent", title, nodes_of(details("sent.list", title, std::move(lines))));
}

std::vector<Node> receipt_nodes(const Model& model, const Receipt& receipt) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    Node code;
    code.kind = NodeKind::kCode;
    code.key = "code";
    code.text = messages.text("receipt.code");
    code.value = receipt.code;
    Node received;
    received.kind = NodeKind::kDate;
    received.key = "received";
    received.text = messages.text("receipt.received");
    received.value = receipt.received;
    const auto email = receipt.sent.find("email");
    const std::string address = email == receipt.sent.end() ? std::string() : email->second;
    std::vector<Node> nodes = nodes_of(
        notice("stored", Tone::kSuccess, messages.fill("receipt.text", {{"email", address}})),
        std::move(code),
        action("copy", messages.text("action.copy_code"), Press{Command::kCopyCode}),
        std::move(received), sent_details(catalog, receipt.sent));
    append(nodes, answers_nodes(catalog));
    append(nodes, attached_nodes(model, {.transcript = receipt.transcript,
                                         .page = receipt.page,
                                         .values = receipt.values}));
    nodes.push_back(action("home", messages.text("action.home"),
                           Navigate{site::home_address(catalog.language)}, Emphasis::kPrimary));
    return nodes;
}

}  // namespace

Screen receipt_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    if (const auto& receipt = model.session.receipt) {
        return {ScreenId::kReceipt, catalog.language, messages.text("receipt.title"),
                way_to_channels(model), receipt_nodes(model, *receipt)};
    }
    // The address of a receipt, opened elsewhere.
    return {ScreenId::kReceipt, catalog.language, messages.text("receipt.none.title"),
            way_to_form(model),
            nodes_of(text_node("receipt.none", messages.text("receipt.none.text")))};
}

}  // namespace ventanilla::app
