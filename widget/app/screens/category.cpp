#include <algorithm>
#include <iterator>

#include "core/site/address.h"
#include "core/site/categories.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

// The articles that have no category are all there are where an author gave none.
std::string title_of(const site::Catalog& catalog, const site::Category& category) {
    if (!category.title.empty()) {
        return category.title;
    }
    return catalog.messages.text(catalog.categories.size() == 1 ? "category.all"
                                                                : "category.other");
}

Route part_of(const site::Category& category, int part) {
    return {.page = Page::kCategory, .id = category.id, .part = part};
}

std::string extent(const text::Messages& messages, const site::Category& category, int part) {
    if (part_count(category) == 1) {
        return messages.count("category.count", category.articles);
    }
    const int last = std::min((part + 1) * kArticlesInPart, category.articles);
    return messages.fill("category.range", {{"first", std::to_string(part * kArticlesInPart + 1)},
                                            {"last", std::to_string(last)},
                                            {"count", std::to_string(category.articles)}});
}

}  // namespace

std::vector<Node> category_lists(const site::Catalog& catalog) {
    constexpr std::size_t kMost = 50;  // of a list's items
    const std::string name = catalog.messages.text("home.categories");
    std::vector<Node> lists;
    for (const site::Category& category : catalog.categories) {
        if (lists.empty() || lists.back().children.size() == kMost) {
            lists.push_back(list("categories.list." + std::to_string(lists.size()), name, {}));
        }
        Node item;
        item.kind = NodeKind::kItem;
        item.key = "category." + category.id;
        item.text = title_of(catalog, category);
        item.hint = catalog.messages.count("category.count", category.articles);
        item.href = address_of(catalog, part_of(category, 0));
        lists.back().children.push_back(std::move(item));
    }
    return lists;
}

Screen category_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    const Route& route = model.session.route;
    const site::Category* category = site::find_category(catalog, route.id);
    if (category == nullptr || route.part < 0 || route.part >= part_count(*category)) {
        return missing_screen(model);
    }
    const auto articles = site::articles_in(catalog, *category)
                              .subspan(static_cast<std::size_t>(route.part) * kArticlesInPart);
    std::vector<Node> items;
    for (const site::Teaser& article :
         articles.first(std::min<std::size_t>(articles.size(), kArticlesInPart))) {
        items.push_back(teaser_item("article." + article.id, article));
    }
    const std::string title = title_of(catalog, *category);
    std::vector<Node> nodes =
        nodes_of(text_node("category.extent", extent(messages, *category, route.part)),
                 list("category.articles", title, std::move(items)));
    if (route.part + 1 < part_count(*category)) {
        nodes.push_back(link("category.next", messages.text("category.next"),
                             address_of(catalog, part_of(*category, route.part + 1))));
    }
    if (route.part > 0) {
        nodes.push_back(link("category.previous", messages.text("category.previous"),
                             address_of(catalog, part_of(*category, route.part - 1))));
    }
    return {ScreenId::kCategory, catalog.language, title, way_to_form(model), std::move(nodes)};
}

}  // namespace ventanilla::app
