#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

// Where a notice saves her a search or a message. What she reads, follows or has sent is not interrupted.
bool has_room(Page page) {
    return page == Page::kHome || page == Page::kSearch || page == Page::kContact;
}

// Who does not know the time cannot say whether it is over.
bool is_due(const site::CatalogNotice& notice, site::Minutes utc) {
    return utc != 0 ? notice.from <= utc && utc < notice.until
                    : notice.from == 0 && notice.until == site::CatalogNotice::kForever;
}

}  // namespace

std::vector<Node> notice_nodes(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const auto& said = catalog.notice;
    if (!said || !has_room(model.session.route.page) || !is_due(*said, model.clock.utc)) {
        return {};
    }
    Node node = notice("notice", said->is_warning ? Tone::kWarning : Tone::kInfo, said->text);
    if (const site::Teaser* article = find_teaser(catalog.articles, said->article)) {
        node.children.push_back(link("notice.article", article->title, article->address));
    }
    return nodes_of(std::move(node));
}

std::vector<Node> answers_nodes(const site::Catalog& catalog) {
    const std::string_view text = ticket::in_language(catalog.form.answers, catalog.language);
    return text.empty() ? std::vector<Node>() : nodes_of(text_node("answers", std::string(text)));
}

}  // namespace ventanilla::app
