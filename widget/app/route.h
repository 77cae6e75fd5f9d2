// widget/app/route.h
//
// Where the customer is. Every route has an address (core/site/address.h), and every address gives its route back:
// deep links, reload and sharing come from that.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/site/catalog.h"

namespace ventanilla::app {

// Sessions that are saved hold the number: a new one is the last.
enum class Page {
    kHome,
    kSearch,
    kArticle,
    kGuide,
    kContact,
    kReceipt,
    kMissing,
    kPlace,
    kCategory,
};

struct Route {
    Page page = Page::kHome;
    std::string
        id;  // kArticle, kGuide, kCategory: its id; kPlace: its name; kMissing: the path; kSearch: the query
    std::vector<std::string> answers = {};  // kGuide: the run
    int part = 0;                           // kCategory: of its articles, so many parts come before
    std::string anchor = {};  // kArticle: of the heading that is read from; may be empty

    friend bool operator==(const Route&, const Route&) = default;
};

// A category with many articles is shown part by part.
inline constexpr int kArticlesInPart = 50;
int part_count(const site::Category& category);

// Any path: one that leads nowhere gives kMissing.
Route parse_route(const site::Catalog& catalog, std::string_view path);

// Precondition: an article's, guide's or category's id is in the catalog, a place's name is one (else the address of home).
std::string address_of(const site::Catalog& catalog, const Route& route);

base::Json to_json(const Route& route);
Route route_from_json(const base::Json& json);  // what it does not understand becomes kHome

// Null if the catalog has none.
const site::Teaser* find_teaser(const std::vector<site::Teaser>& teasers, std::string_view id);

}  // namespace ventanilla::app
