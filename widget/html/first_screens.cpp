#include "widget/html/first_screens.h"

#include <cassert>

#include "widget/app/app.h"

namespace ventanilla::html {

FirstScreens::FirstScreens(const site::Catalog& catalog) {
    model_.language = catalog.language;
    model_.library.catalog = catalog;
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

}  // namespace ventanilla::html
