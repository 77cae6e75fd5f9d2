#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {

Screen article_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const site::Teaser* teaser = find_teaser(catalog.articles, model.session.route.id);
    if (teaser == nullptr) {
        return missing_screen(model);
    }
    const site::ArticlePage* page = current_article(model);
    if (page == nullptr) {
        return waiting_screen(model, teaser->file, teaser->title);
    }
    const text::Messages& messages = catalog.messages;
    std::vector<Node> nodes;
    if (!page->summary.empty()) {
        nodes.push_back(text_node("summary", page->summary));
    }
    nodes.push_back(document_node(document_key(page->id), page->body));
    if (!page->updated.empty()) {
        Node updated;
        updated.kind = NodeKind::kDate;
        updated.key = "updated";
        updated.text = messages.text("article.updated");
        updated.value = page->updated;
        nodes.push_back(std::move(updated));
    }
    std::vector<Node> related;
    for (const std::string& id : page->related) {
        if (const site::Teaser* other = find_teaser(catalog.articles, id)) {
            related.push_back(teaser_item("related." + id, *other));
        }
    }
    if (!related.empty()) {
        const std::string title = messages.text("article.related");
        nodes.push_back(
            titled_group("related", title, {list("related.list", title, std::move(related))}));
    }
    return {ScreenId::kArticle, catalog.language, page->title, way_to_form(catalog),
            std::move(nodes)};
}

}  // namespace ventanilla::app
