// widget/html/pages.h
//
// The portal: every article, guide and way to a person as pages that need no JavaScript. Each is a whole HTML
// document, the same bytes for the same input. Links to the form carry data-ventanilla-route, by which the launcher
// opens it in place.
#pragma once

#include <string>

#include "widget/html/portal.h"

namespace ventanilla::html {

std::string home_page(const Portal& portal, const Translations& translations,
                      const HomeContent& content);
std::string article_page(const Portal& portal, const Translations& translations,
                         const ArticleContent& content);
// The whole guide on one page: each step a section, each answer a link to the next step's.
std::string guide_page(const Portal& portal, const Translations& translations,
                       const GuideContent& content);
// A screen with an address of its own.
std::string place_page(const Portal& portal, const Translations& translations,
                       const PlaceContent& content);
std::string contact_page(const Portal& portal, const Translations& translations);
// What a server or a static host answers with status 404.
std::string missing_page(const Portal& portal, const Translations& translations);

}  // namespace ventanilla::html
