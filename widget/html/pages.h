// widget/html/pages.h
//
// The portal: every article, guide and way to a person as pages that need no JavaScript. Each is a whole HTML
// document, the same bytes for the same input. Links to the form carry data-ventanilla-route, by which the launcher
// opens it in place.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "widget/html/portal.h"

namespace ventanilla::html {

struct Refusal {
    int status;              // of HTTP
    std::string_view texts;  // with ".title": what happened; with ".text": what she can do now
};

// Those that a browser can meet. Static hosts have a page for 404 alone.
inline constexpr auto kRefusals = std::to_array<Refusal>({
    {400, "portal.unreadable"},
    {403, "portal.foreign"},
    {404, "error.missing"},
    {405, "portal.unsendable"},
    {413, "portal.too_long"},
    {414, "portal.long_address"},
    {429, "portal.busy"},
    {500, "portal.broken"},
});

std::string home_page(const Portal& portal, const Translations& translations,
                      const app::Screen& screen);
std::string article_page(const Portal& portal, const Translations& translations,
                         const ArticleContent& content);
// The whole guide on one page: each step a section, each answer a link to the next step's.
std::string guide_page(const Portal& portal, const Translations& translations,
                       const GuideContent& content);
// A screen with an address of its own.
std::string place_page(const Portal& portal, const Translations& translations,
                       const PlaceContent& content);
std::string contact_page(const Portal& portal, const Translations& translations);
// What a browser shows when its request is refused.
std::string refusal_page(const Portal& portal, const Translations& translations,
                         const Refusal& refusal);

}  // namespace ventanilla::html
