#include "widget/app/receipt.h"
#include "core/site/address.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

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
        std::move(received));
    if (!receipt.due.empty()) {
        Node due;
        due.kind = NodeKind::kDate;
        due.key = "due";
        due.text = messages.text("receipt.due");
        due.value = receipt.due;
        nodes.push_back(std::move(due));
    }
    if (!receipt.token.empty()) {
        if (model.receipt_failed) {
            nodes.push_back(
                notice("trouble", Tone::kWarning,
                       messages.text(model.online ? "error.broken.text" : "offline.line")));
        }
        nodes.push_back(action("save", messages.text("receipt.save"), Chose{kSaveReceipt, {}}));
    }
    if (model.in_browser) {
        nodes.push_back(action("print", messages.text("article.print"), Press{Command::kPrint}));
    }
    append(nodes, sent_nodes(catalog, receipt.sent));
    append(nodes, answers_nodes(catalog));
    append(nodes, attached_nodes(model, {.transcript = receipt.transcript,
                                         .page = receipt.page,
                                         .values = receipt.values,
                                         .trail = receipt.trail,
                                         .files = receipt.files}));
    nodes.push_back(requests_link(model));
    nodes.push_back(action("home", messages.text("action.home"),
                           Navigate{site::home_address(catalog.language)}, Emphasis::kPrimary));
    return nodes;
}

}  // namespace

Screen receipt_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    if (const auto receipt = read_receipt(model.session.receipt)) {
        return {ScreenId::kReceipt, catalog.language, messages.text("receipt.title"),
                way_to_channels(model), receipt_nodes(model, *receipt)};
    }
    // The address of a receipt, opened elsewhere.
    return {ScreenId::kReceipt, catalog.language, messages.text("receipt.none.title"),
            way_to_form(model),
            nodes_of(text_node("receipt.none", messages.text("receipt.none.text")))};
}

}  // namespace ventanilla::app
