#include "widget/app/correspondence.h"
#include "widget/app/receipt.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

std::vector<Node> known_items(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const Session& session = model.session;
    std::vector<std::string> codes;
    if (const auto receipt = read_receipt(session.receipt)) {
        codes.push_back(receipt->code);
    }
    for (const auto& [code, exchange] : read_correspondence(session.requests).requests) {
        if (!exchange.token.empty() && (codes.empty() || codes.front() != code)) {
            codes.push_back(code);
        }
    }
    std::vector<Node> items;
    for (const std::string& code : codes) {
        Node item;
        item.kind = NodeKind::kItem;
        item.key = "known." + code;
        item.text = code;
        item.href = address_of(catalog, {Page::kRequest, code, {}});
        items.push_back(std::move(item));
    }
    return items;
}

Node code_form(const Model& model) {
    const text::Messages& messages = model.library.catalog->messages;
    const Correspondence correspondence = read_correspondence(model.session.requests);
    Node code;
    code.kind = NodeKind::kField;
    code.key = "request.code";
    code.text = messages.text("requests.code");
    code.hint = messages.text("requests.code.hint");
    code.value = correspondence.code.value;
    code.revision = correspondence.code.revision;
    code.required = true;
    if (correspondence.code_missed) {
        code.error = messages.text("requests.code.wrong");
    }
    Node form;
    form.kind = NodeKind::kForm;
    form.key = "find";
    form.text = messages.text("requests.form");
    form.message = Chose{kRequestDeed, kFind};
    form.children =
        nodes_of(std::move(code), action("find.send", messages.text("requests.find"),
                                         Chose{kRequestDeed, kFind}, Emphasis::kPrimary));
    return form;
}

}  // namespace

Screen requests_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    std::vector<Node> nodes = outbox_nodes(model);
    nodes.push_back(text_node("requests.intro", messages.text("requests.intro")));
    if (std::vector<Node> known = known_items(model); !known.empty()) {
        nodes.push_back(titled_list("known", messages.text("requests.known"), std::move(known)));
    }
    nodes.push_back(code_form(model));
    return {ScreenId{"requests"}, catalog.language, messages.text("requests.title"),
            way_to_form(model), std::move(nodes)};
}

}  // namespace ventanilla::app
