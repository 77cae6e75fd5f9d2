#include "core/site/address.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

std::vector<Node> ways_on(const site::Catalog& catalog, bool can_retry) {
    const text::Messages& messages = catalog.messages;
    std::vector<Node> nodes;
    if (can_retry) {
        nodes.push_back(action("reload", messages.text("action.retry"), Press{Command::kReload},
                               Emphasis::kPrimary));
    }
    nodes.push_back(action("home", messages.text("action.home"),
                           Navigate{site::home_address(catalog.language)}));
    return nodes;
}

Screen trouble_screen(const Model& model, ScreenId id, const std::string& key, bool can_retry) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    std::vector<Node> nodes = nodes_of(text_node("trouble.text", messages.text(key + ".text")));
    append(nodes, ways_on(catalog, can_retry));
    return {id, catalog.language, messages.text(key + ".title"), way_to_form(model),
            std::move(nodes)};
}

}  // namespace

Screen waiting_screen(const Model& model, ScreenId id, const std::string& file,
                      const std::string& title) {
    const auto load = model.library.loads.find(file);
    return waiting_screen(
        model, id, load == model.library.loads.end() ? LoadState::kWaiting : load->second, title);
}

Screen waiting_screen(const Model& model, ScreenId id, LoadState state, const std::string& title) {
    const site::Catalog& catalog = *model.library.catalog;
    if (state == LoadState::kOffline) {
        return trouble_screen(model, ScreenId::kOffline, "offline", true);
    }
    if (state == LoadState::kFailed) {
        return trouble_screen(model, ScreenId::kError, "error.broken", true);
    }
    return {id, catalog.language, title, way_to_form(model),
            nodes_of(progress("loading", catalog.messages.text("loading.text")))};
}

Screen missing_screen(const Model& model) {
    return trouble_screen(model, ScreenId::kError, "error.missing", false);
}

}  // namespace ventanilla::app
