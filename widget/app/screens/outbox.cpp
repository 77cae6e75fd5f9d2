#include <algorithm>

#include "core/site/address.h"
#include "widget/app/receipt.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

Node leading_to(Node notice, std::string text, std::string address) {
    notice.children.push_back(link(notice.key + ".link", std::move(text), std::move(address)));
    return notice;
}

}  // namespace

std::vector<Node> outbox_nodes(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    const Session& session = model.session;
    const Draft& draft = session.draft;
    const std::string form = site::contact_address(catalog.language, messages);
    std::vector<Node> nodes;
    const auto receipt = read_receipt(session.receipt);
    if (receipt && model.receipt_is_new) {
        nodes.push_back(leading_to(
            notice("sent", Tone::kSuccess, messages.fill("outbox.sent", {{"code", receipt->code}})),
            messages.text("outbox.receipt"), site::receipt_address(catalog.language, messages)));
    }
    const auto waiting =
        std::ranges::count_if(model.outbox, [](const Draft& each) { return !each.body.empty(); });
    const int in_form = draft.body.empty() ? 0 : 1;
    if (waiting + in_form > 0) {
        Node node = notice("waiting", Tone::kWarning,
                           messages.count("outbox.waiting", static_cast<int>(waiting) + in_form));
        nodes.push_back(in_form > 0 ? leading_to(std::move(node), messages.text("outbox.see"), form)
                                    : std::move(node));
    }
    if (draft.body.empty() && !draft.trouble.empty()) {
        nodes.push_back(leading_to(notice("refused", Tone::kError, messages.text(draft.trouble)),
                                   messages.text("outbox.see"), form));
    }
    return nodes;
}

}  // namespace ventanilla::app
