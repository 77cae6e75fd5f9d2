#include "widget/app/screen.h"

#include <cassert>

namespace ventanilla::app {

std::string heading_key(std::string_view document, std::string_view anchor) {
    std::string key(document);
    key += '/';
    key += anchor;
    return key;
}

std::string suggestion_key(std::string_view id) {
    return "suggestion." + std::string(id);
}

std::string document_key(std::string_view article) {
    return "document." + std::string(article);
}

Screen::Screen(ScreenId screen_id, std::string screen_language)
    : id(screen_id), language(std::move(screen_language)) {}

Screen::Screen(ScreenId screen_id, std::string screen_language, std::string screen_title,
               WayToPerson way, std::vector<Node> screen_nodes)
    : id(screen_id), language(std::move(screen_language)), title(std::move(screen_title)),
      nodes(std::move(screen_nodes)), person(std::move(way.nodes)) {
    assert(!person.empty());
}

Screen Screen::without_catalog(ScreenId id, std::string language) {
    return {id, std::move(language)};
}

}  // namespace ventanilla::app
