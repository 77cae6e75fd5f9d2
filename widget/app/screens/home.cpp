#include <algorithm>

#include "widget/app/annex.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

constexpr std::size_t kMostSuggested = 5;

// What is suggested for the page around the panel; nothing twice.
std::vector<Node> suggested_items(const Model& model) {
    std::vector<Node> items;
    for (const std::string& name : model.suggested) {
        const site::Teaser* teaser = find_named(*model.library.catalog, name);
        std::string key = "suggested." + name;
        if (teaser != nullptr && items.size() < kMostSuggested &&
            std::ranges::find(items, key, &Node::key) == items.end()) {
            items.push_back(teaser_item(std::move(key), *teaser));
        }
    }
    return items;
}

}  // namespace

Node search_box(const Model& model) {
    const text::Messages& messages = model.library.catalog->messages;
    Node box;
    box.kind = NodeKind::kSearch;
    box.key = "search";
    box.text = messages.text("search.label");
    box.hint = messages.text("search.hint");
    box.value = model.session.query.value;
    box.revision = model.session.query.revision;
    box.message = Press{Command::kShowResults};
    return box;
}

std::vector<Node> guide_items(const site::Catalog& catalog) {
    std::vector<Node> items;
    for (const site::Teaser& guide : catalog.guides) {
        items.push_back(teaser_item("guide." + guide.id, guide));
    }
    return items;
}

Node requests_link(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    return link("requests", catalog.messages.text("requests.title"),
                address_of(catalog, {Page::kPlace, "requests", {}}));
}

Screen home_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    std::vector<Node> popular;
    for (const std::string& id : catalog.popular) {
        if (const site::Teaser* article = find_teaser(catalog.articles, id)) {
            popular.push_back(teaser_item("article." + id, *article));
        }
    }
    std::vector<Node> nodes = nodes_of(search_box(model));
    append(nodes, notice_nodes(model));
    if (is_whole(model)) {
        append(nodes, annex::outbox(model));
    }
    if (std::vector<Node> suggested = suggested_items(model); !suggested.empty()) {
        nodes.push_back(titled_list("suggested", messages.text("home.page"), std::move(suggested)));
    }
    if (!popular.empty()) {
        nodes.push_back(titled_list("popular", messages.text("home.popular"), std::move(popular)));
    }
    if (!catalog.guides.empty()) {
        nodes.push_back(titled_list("guides", messages.text("home.guides"), guide_items(catalog)));
    }
    if (!catalog.categories.empty()) {
        nodes.push_back(
            titled_group("categories", messages.text("home.categories"), category_lists(catalog)));
    }
    nodes.push_back(requests_link(model));
    add_translations(messages, catalog.translations, nodes);
    return {ScreenId::kHome, catalog.language, messages.text("home.title"), way_to_form(model),
            std::move(nodes)};
}

}  // namespace ventanilla::app
