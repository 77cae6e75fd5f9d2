// widget/app/screens/nodes.h
//
// Builds nodes, so that a screen reads like what it shows.
//
//   nodes.push_back(action("send", messages.text("form.send"), Press{Command::kSend}, Emphasis::kPrimary));
#pragma once

#include <concepts>
#include <string>
#include <utility>
#include <vector>

#include "core/site/catalog.h"
#include "widget/app/screen.h"

namespace ventanilla::app {

Node heading(std::string key, int level, std::string text);
Node text_node(std::string key, std::string text);
Node action(std::string key, std::string text, Message message,
            Emphasis emphasis = Emphasis::kSecondary);
Node notice(std::string key, Tone tone, std::string text);
Node progress(std::string key, std::string text, int percent = -1);
Node document_node(std::string key, article::Document document);
Node group(std::string key, std::string name, std::vector<Node> children);
Node list(std::string key, std::string name, std::vector<Node> items);
Node details(std::string key, std::string name, std::vector<Node> children);
Node detail(std::string key, std::string term, std::string description);
Node option(std::string key, std::string label, std::string id);

// A link to `href`, which may be a route.
Node link(std::string key, std::string text, std::string href);

// A link to an article or a guide with its summary below.
Node teaser_item(std::string key, const site::Teaser& teaser);

// A link to what the search has found, by its title.
Node hit_item(std::string key, const search::Hit& hit);

// These, in order. (An initializer list would copy them.)
template <std::same_as<Node>... Each>
std::vector<Node> nodes_of(Each... each) {
    std::vector<Node> nodes;
    (nodes.push_back(std::move(each)), ...);
    return nodes;
}

// Behind those that are there.
void append(std::vector<Node>& nodes, std::vector<Node> more);

// Links to the same in the site's other languages; nothing where there is none.
void add_translations(const text::Messages& messages,
                      const std::vector<site::Translation>& translations, std::vector<Node>& nodes);

// A group with a visible heading, which is also its name.
Node titled_group(std::string key, const std::string& title, std::vector<Node> children);

// The same with a list in it, whose key is the group's and ".list".
Node titled_list(std::string key, const std::string& title, std::vector<Node> items);

}  // namespace ventanilla::app
