// widget/html/first_screens.h
//
// The screens that a site's files hold, as a visitor meets them first: the app's own, so that it can go on from there.
//
//   FirstScreens screens(catalog);
//   screens.article(page)
#pragma once

#include <vector>

#include "core/site/catalog.h"
#include "widget/app/model.h"
#include "widget/app/screen.h"
#include "widget/html/portal.h"

namespace ventanilla::html {

class FirstScreens {
public:
    explicit FirstScreens(const site::Catalog& catalog);

    [[nodiscard]] app::Screen home();
    // Precondition: the article is in the catalog.
    [[nodiscard]] app::Screen article(const site::ArticlePage& article);
    // A screen for each part of its articles. Precondition: it is one of the catalog's.
    [[nodiscard]] std::vector<PlaceContent> category(const site::Category& category);
    // Every screen with an address of its own.
    [[nodiscard]] std::vector<PlaceContent> places();

private:
    app::Model model_;
};

}  // namespace ventanilla::html
