// widget/app/route.h
//
// Where the customer is. Every route has an address (core/site/address.h), and every address gives its route back:
// deep links, reload and sharing come from that.
#pragma once

#include <array>
#include <cstddef>
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
    kRequest,
};

// What results can be narrowed to, in the order in which it is shown; the index and the front matter call it the same.
inline constexpr std::array<std::string_view, 3> kFacets = {"category", "product", "audience"};
inline constexpr std::size_t kCategoryFacet = 0;

struct Route {
    Page page = Page::kHome;
    std::string
        id;  // kArticle, kGuide, kCategory: its id; kPlace: its name; kMissing: the path; kSearch: the query;
    // kRequest: its tracking code
    std::vector<std::string> answers = {};  // kGuide: the run
    int part = 0;                           // kCategory: of its articles, so many parts come before
    std::string anchor = {};  // kArticle: of the heading that is read from; may be empty
    std::array<std::string, kFacets.size()> filters =
        {};  // kSearch: the value that results have of each facet; empty: any

    friend bool operator==(const Route&, const Route&) = default;
};

// A category with many articles is shown part by part.
inline constexpr int kArticlesInPart = 50;
int part_count(const site::Category& category);

// Whether results are narrowed to any value.
bool is_narrowed(const Route& route);
// Whether both search for the same words, however they are narrowed.
bool is_same_search(const Route& one, const Route& other);

// Any path: one that leads nowhere gives kMissing.
Route parse_route(const site::Catalog& catalog, std::string_view path);

// Of an address's query, "?q=luz+roja&category=Wifi"; empty where it has none of this name.
std::string parameter_of(std::string_view path, std::string_view name);

// Precondition: an article's, guide's or category's id is in the catalog, a place's name is one (else the address of home).
std::string address_of(const site::Catalog& catalog, const Route& route);

base::Json to_json(const Route& route);
Route route_from_json(const base::Json& json);  // what it does not understand becomes kHome

// Null if the catalog has none.
const site::Teaser* find_teaser(const std::vector<site::Teaser>& teasers, std::string_view id);

// An article by its id, a guide by "guide:" and its id.
inline constexpr std::string_view kGuidePrefix = "guide:";
const site::Teaser* find_named(const site::Catalog& catalog, std::string_view name);

}  // namespace ventanilla::app
