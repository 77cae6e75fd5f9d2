#include "widget/html/first_screens.h"

#include <cassert>

#include "widget/app/app.h"
#include "widget/app/place.h"

namespace ventanilla::html {

FirstScreens::FirstScreens(const site::Catalog& catalog) {
    model_.language = catalog.language;
    model_.library.catalog = catalog;
    model_.in_browser = true;
}

app::Screen FirstScreens::home() {
    model_.session.route = {};
    return app::view(model_);
}

app::Screen FirstScreens::article(const site::ArticlePage& article) {
    const site::Teaser* teaser = app::find_teaser(model_.library.catalog->articles, article.id);
    assert(teaser != nullptr);
    // One at a time: a site may have thousands.
    model_.library.articles = {{teaser->file, article}};
    model_.session.route = {app::Page::kArticle, article.id, {}};
    return app::view(model_);
}

std::vector<PlaceContent> FirstScreens::category(const site::Category& category) {
    std::vector<PlaceContent> parts;
    for (int part = 0; part < app::part_count(category); ++part) {
        model_.session.route = {.page = app::Page::kCategory, .id = category.id, .part = part};
        parts.push_back(
            {.screen = app::view(model_),
             .path = {},
             .address = app::address_of(*model_.library.catalog, model_.session.route)});
    }
    return parts;
}

std::vector<PlaceContent> FirstScreens::places() {
    std::vector<PlaceContent> places;
    for (const app::Place& place : app::places()) {
        model_.session.route = app::route_of(place);
        places.push_back(
            {.screen = app::view(model_),
             .path = std::string(place.path),
             .address = app::address_of(*model_.library.catalog, model_.session.route)});
    }
    return places;
}

}  // namespace ventanilla::html
