#include "widget/app/screens/nodes.h"

namespace ventanilla::app {
namespace {

Node make(NodeKind kind, std::string key, std::string text) {
    Node node;
    node.kind = kind;
    node.key = std::move(key);
    node.text = std::move(text);
    return node;
}

Node make(NodeKind kind, std::string key, std::string text, std::vector<Node> children) {
    Node node = make(kind, std::move(key), std::move(text));
    node.children = std::move(children);
    return node;
}

}  // namespace

Node heading(std::string key, int level, std::string text) {
    Node node = make(NodeKind::kHeading, std::move(key), std::move(text));
    node.number = level;
    return node;
}

Node text_node(std::string key, std::string text) {
    return make(NodeKind::kText, std::move(key), std::move(text));
}

Node action(std::string key, std::string text, Message message, Emphasis emphasis) {
    Node node = make(NodeKind::kAction, std::move(key), std::move(text));
    node.message = std::move(message);
    node.emphasis = emphasis;
    return node;
}

Node notice(std::string key, Tone tone, std::string text) {
    Node node = make(NodeKind::kNotice, std::move(key), std::move(text));
    node.tone = tone;
    return node;
}

Node progress(std::string key, std::string text, int percent) {
    Node node = make(NodeKind::kProgress, std::move(key), std::move(text));
    node.number = percent;
    return node;
}

Node document_node(std::string key, article::Document document) {
    Node node = make(NodeKind::kDocument, std::move(key), {});
    node.document = std::move(document);
    return node;
}

Node group(std::string key, std::string name, std::vector<Node> children) {
    return make(NodeKind::kGroup, std::move(key), std::move(name), std::move(children));
}

Node list(std::string key, std::string name, std::vector<Node> items) {
    return make(NodeKind::kList, std::move(key), std::move(name), std::move(items));
}

Node details(std::string key, std::string name, std::vector<Node> children) {
    return make(NodeKind::kDetails, std::move(key), std::move(name), std::move(children));
}

Node detail(std::string key, std::string term, std::string description) {
    Node node = make(NodeKind::kDetail, std::move(key), std::move(term));
    node.value = std::move(description);
    return node;
}

Node option(std::string key, std::string label, std::string id) {
    Node node = make(NodeKind::kOption, std::move(key), std::move(label));
    node.value = std::move(id);
    return node;
}

Node link(std::string key, std::string text, std::string href) {
    Node node = make(NodeKind::kLink, std::move(key), std::move(text));
    node.href = std::move(href);
    return node;
}

Node teaser_item(std::string key, const site::Teaser& teaser) {
    Node node = make(NodeKind::kItem, std::move(key), teaser.title);
    node.hint = teaser.summary;
    node.href = teaser.address;
    return node;
}

Node hit_item(std::string key, const search::Hit& hit) {
    Node node = make(NodeKind::kItem, std::move(key), {});
    node.runs = hit.title;
    node.href = hit.url;
    return node;
}

void append(std::vector<Node>& nodes, std::vector<Node> more) {
    for (Node& node : more) {
        nodes.push_back(std::move(node));
    }
}

void add_translations(const text::Messages& messages,
                      const std::vector<site::Translation>& translations,
                      std::vector<Node>& nodes) {
    std::vector<Node> links;
    for (const site::Translation& translation : translations) {
        links.push_back(
            link("language." + translation.name, translation.name, translation.address));
    }
    if (!links.empty()) {
        nodes.push_back(
            titled_group("languages", messages.text("languages.title"), std::move(links)));
    }
}

Node titled_group(std::string key, const std::string& title, std::vector<Node> children) {
    std::vector<Node> nodes;
    nodes.push_back(heading(key + ".title", 2, title));
    append(nodes, std::move(children));
    return group(std::move(key), title, std::move(nodes));
}

Node titled_list(std::string key, const std::string& title, std::vector<Node> items) {
    std::vector<Node> nodes;
    nodes.push_back(list(key + ".list", title, std::move(items)));
    return titled_group(std::move(key), title, std::move(nodes));
}

}  // namespace ventanilla::app
