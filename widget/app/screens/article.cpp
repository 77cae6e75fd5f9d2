#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

// Of so many sections an article is long.
constexpr std::size_t kSectionsOfLong = 4;

// Links to the sections of a long article; none of a short one.
std::vector<Node> contents(const article::Document& body, const std::string& address) {
    std::vector<Node> items;
    for (const article::Block& block : body.blocks) {
        if (block.kind == article::BlockKind::kHeading && block.number == 2) {
            Node item;
            item.kind = NodeKind::kItem;
            item.key = "contents." + block.anchor;
            item.text = article::plain_text(block.inlines);
            item.href = address + "#" + block.anchor;
            items.push_back(std::move(item));
        }
    }
    if (items.size() < kSectionsOfLong) {
        items.clear();
    }
    return items;
}

// Whether it has helped; and where it has not, why.
std::vector<Node> question(const text::Messages& messages, std::string_view said) {
    std::vector<Node> nodes;
    if (!said.empty()) {
        nodes.push_back(
            text_node("vote.thanks", messages.text(said == "no" ? "vote.why" : "vote.thanks")));
    }
    for (const std::string_view vote : votes_after(said)) {
        const std::string key = "vote." + std::string(vote);
        nodes.push_back(action(key, messages.text(key), Chose{"vote", std::string(vote)}));
    }
    return nodes;
}

// What a browser does with it, beyond showing it.
Node tools(const text::Messages& messages, const std::string& address) {
    Node page = link("tools.page", messages.text("article.page"), address);
    page.value = kToPage;
    return group("tools", messages.text("article.tools"),
                 nodes_of(std::move(page),
                          action("tools.share", messages.text("article.share"),
                                 Press{Command::kShare}, Emphasis::kQuiet),
                          action("tools.print", messages.text("article.print"),
                                 Press{Command::kPrint}, Emphasis::kQuiet)));
}

}  // namespace

Screen article_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const site::Teaser* teaser = find_teaser(catalog.articles, model.session.route.id);
    if (teaser == nullptr) {
        return missing_screen(model);
    }
    const site::ArticlePage* page = current_article(model);
    if (page == nullptr) {
        return waiting_screen(model, ScreenId::kArticle, teaser->file, teaser->title);
    }
    const text::Messages& messages = catalog.messages;
    std::vector<Node> nodes;
    if (!page->summary.empty()) {
        nodes.push_back(text_node("summary", page->summary));
    }
    if (std::vector<Node> sections = contents(page->body, teaser->address); !sections.empty()) {
        nodes.push_back(
            titled_list("contents", messages.text("article.contents"), std::move(sections)));
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
    if (model.in_browser) {
        nodes.push_back(tools(messages, teaser->address));
    }
    nodes.push_back(titled_group("vote", messages.text("vote.title"),
                                 question(messages, vote_of(model.session, page->id))));
    std::vector<Node> related;
    for (const std::string& id : page->related) {
        if (const site::Teaser* other = find_teaser(catalog.articles, id)) {
            related.push_back(teaser_item("related." + id, *other));
        }
    }
    if (!related.empty()) {
        nodes.push_back(
            titled_list("related", messages.text("article.related"), std::move(related)));
    }
    add_translations(messages, page->translations, nodes);
    return {ScreenId::kArticle, catalog.language, page->title, way_to_form(model),
            std::move(nodes)};
}

}  // namespace ventanilla::app
