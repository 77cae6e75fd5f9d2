#include "widget/app/route.h"

#include <algorithm>
#include <optional>

#include "core/base/blank.h"
#include "core/base/identifier.h"
#include "core/base/json.h"
#include "core/site/address.h"
#include "core/site/categories.h"
#include "widget/app/place.h"

namespace ventanilla::app {
namespace {

using site::Catalog;

std::vector<std::string> split_answers(std::string_view text) {
    std::vector<std::string> answers;
    while (!text.empty()) {
        const std::size_t slash = text.find('/');
        if (slash != 0) {
            answers.push_back(site::percent_decode(text.substr(0, slash)));
        }
        text = slash == std::string_view::npos ? std::string_view{} : text.substr(slash + 1);
    }
    return answers;
}

Route search_at(std::string_view path) {
    Route route{.page = Page::kSearch, .id = parameter_of(path, "q")};
    if (base::is_blank(route.id)) {
        return {};
    }
    for (std::size_t facet = 0; facet < kFacets.size(); ++facet) {
        route.filters[facet] = parameter_of(path, kFacets[facet]);
    }
    return route;
}

std::string address_of_search(const Catalog& catalog, const Route& route) {
    std::string address = site::search_address(catalog.language, catalog.messages, route.id);
    if (route.id.empty()) {
        return address;  // what leads to the first page
    }
    for (std::size_t facet = 0; facet < kFacets.size(); ++facet) {
        if (!route.filters[facet].empty()) {
            address += "&" + std::string(kFacets[facet]) + "=" +
                       site::percent_encode(route.filters[facet]);
        }
    }
    return address;
}

constexpr int kMostParts = 100'000;

// Of a heading, which core/article/anchors.h names; what cannot be one is left out.
std::string anchor_of(std::string_view path) {
    constexpr std::size_t kLongest = 100;
    const std::size_t at = path.find('#');
    const std::string_view anchor =
        at == std::string_view::npos ? std::string_view() : path.substr(at + 1);
    return base::is_identifier(anchor, kLongest) ? std::string(anchor) : std::string();
}

// "/es/temas/conexion" and, of its second part, "/es/temas/conexion/2".
std::string address_of_part(const Catalog& catalog, std::string_view id, int part) {
    const std::string address = site::category_address(catalog.language, catalog.messages, id);
    return part == 0 ? address : address + "/" + std::to_string(part + 1);
}

std::optional<Route> category_at(const Catalog& catalog, std::string_view page) {
    for (const site::Category& category : catalog.categories) {
        if (!page.starts_with(address_of_part(catalog, category.id, 0))) {
            continue;
        }
        for (int part = 0; part < part_count(category); ++part) {
            if (page == address_of_part(catalog, category.id, part)) {
                return Route{.page = Page::kCategory, .id = category.id, .part = part};
            }
        }
    }
    return std::nullopt;
}

}  // namespace

std::string parameter_of(std::string_view path, std::string_view name) {
    path = path.substr(0, path.find('#'));
    std::size_t at = path.find('?');
    while (at != std::string_view::npos) {
        path.remove_prefix(at + 1);
        at = path.find('&');
        const std::string_view pair = path.substr(0, at);
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
            std::string value(pair.substr(name.size() + 1));
            std::ranges::replace(value, '+', ' ');  // as a form sends it
            return site::percent_decode(value);
        }
    }
    return {};
}

const site::Teaser* find_teaser(const std::vector<site::Teaser>& teasers, std::string_view id) {
    auto found = std::ranges::find(teasers, id, &site::Teaser::id);
    return found == teasers.end() ? nullptr : &*found;
}

const site::Teaser* find_named(const site::Catalog& catalog, std::string_view name) {
    return name.starts_with(kGuidePrefix)
               ? find_teaser(catalog.guides, name.substr(kGuidePrefix.size()))
               : find_teaser(catalog.articles, name);
}

int part_count(const site::Category& category) {
    return (category.articles + kArticlesInPart - 1) / kArticlesInPart;
}

bool is_narrowed(const Route& route) {
    return route.filters != decltype(route.filters)();
}

bool is_same_search(const Route& one, const Route& other) {
    return one.page == Page::kSearch && other.page == Page::kSearch && one.id == other.id;
}

Route parse_route(const Catalog& catalog, std::string_view path) {
    const std::string_view page = path.substr(0, path.find_first_of("?#"));
    if (page.empty() || page == site::home_address(catalog.language)) {
        return {};
    }
    if (page == site::search_address(catalog.language, catalog.messages, {})) {
        return search_at(path);
    }
    if (page == site::contact_address(catalog.language, catalog.messages)) {
        return {Page::kContact, {}, {}};
    }
    if (page == site::receipt_address(catalog.language, catalog.messages)) {
        return {Page::kReceipt, {}, {}};
    }
    for (const Place& place : places()) {
        if (page == site::page_address(catalog.language, catalog.messages, place.path)) {
            return route_of(place);
        }
    }
    if (const std::string request = address_of(catalog, {Page::kRequest, {}, {}});
        page.starts_with(request)) {
        return {Page::kRequest, std::string(page.substr(request.size())), {}};
    }
    if (auto category = category_at(catalog, page)) {
        return std::move(*category);
    }
    for (const site::Teaser& article : catalog.articles) {
        if (page == article.address) {
            return {.page = Page::kArticle, .id = article.id, .anchor = anchor_of(path)};
        }
    }
    for (const site::Teaser& guide : catalog.guides) {
        const bool inside =
            page.starts_with(guide.address) &&
            (page.size() == guide.address.size() || page[guide.address.size()] == '/');
        if (inside) {
            return {Page::kGuide, guide.id, split_answers(page.substr(guide.address.size()))};
        }
    }
    return {Page::kMissing, std::string(path), {}};
}

std::string address_of(const Catalog& catalog, const Route& route) {
    const bool is_guide = route.page == Page::kGuide;
    switch (route.page) {
    case Page::kHome:
        break;
    case Page::kSearch:
        return address_of_search(catalog, route);
    case Page::kContact:
        return site::contact_address(catalog.language, catalog.messages);
    case Page::kReceipt:
        return site::receipt_address(catalog.language, catalog.messages);
    case Page::kMissing:
        return route.id;
    case Page::kRequest:
        return site::request_address(catalog.language, catalog.messages, route.id);
    case Page::kCategory:
        return address_of_part(catalog, route.id, route.part);
    case Page::kPlace:
        if (const Place* place = find_place(route.id)) {
            return site::page_address(catalog.language, catalog.messages, place->path);
        }
        break;
    case Page::kArticle:
    case Page::kGuide:
        if (const auto* teaser =
                find_teaser(is_guide ? catalog.guides : catalog.articles, route.id)) {
            std::string address = teaser->address;
            for (const std::string& answer : route.answers) {
                address += "/" + site::percent_encode(answer);
            }
            if (!route.anchor.empty()) {
                address += "#" + route.anchor;
            }
            return address;
        }
        break;
    }
    return site::home_address(catalog.language);
}

base::Json to_json(const Route& route) {
    return {{"page", static_cast<int>(route.page)},
            {"id", route.id},
            {"answers", base::Json::texts(route.answers)},
            {"part", route.part},
            {"anchor", route.anchor},
            {"filters", base::Json::texts(route.filters)}};
}

Route route_from_json(const base::Json& json) {
    const auto page = base::integer_at(json, "page", -1);
    if (page < 0 || page > static_cast<int>(Page::kRequest)) {
        return {};
    }
    Route route{.page = static_cast<Page>(page),
                .id = std::string(base::string_at(json, "id")),
                .part = static_cast<int>(
                    std::clamp<std::int64_t>(base::integer_at(json, "part"), 0, kMostParts)),
                .anchor = std::string(base::string_at(json, "anchor"))};
    for (const base::Json& answer : base::array_at(json, "answers")) {
        if (answer.is_text()) {
            route.answers.push_back(answer.text());
        }
    }
    std::size_t facet = 0;
    for (const base::Json& value : base::array_at(json, "filters")) {
        if (value.is_text() && facet < kFacets.size()) {
            route.filters[facet] = value.text();
        }
        ++facet;
    }
    return route;
}

}  // namespace ventanilla::app
