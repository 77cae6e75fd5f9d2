#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {

// What the sentences claim is what the product does: who changes that changes them.
Screen privacy_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    std::vector<Node> nodes;
    for (const char* part :
         {"writing", "sending", "after", "voting", "searching", "offline", "never"}) {
        const std::string key = std::string("privacy.") + part;
        nodes.push_back(titled_group(
            key, messages.text(key + ".title"),
            nodes_of(text_node(key + ".text", messages.fill(key, {{"name", catalog.name}})))));
    }
    return {ScreenId{"privacy"}, catalog.language, messages.text("privacy.title"),
            way_to_form(model), std::move(nodes)};
}

}  // namespace ventanilla::app
