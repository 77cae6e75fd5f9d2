#include "server/portal/portal_pages.h"

#include <algorithm>
#include <utility>

#include "core/site/address.h"
#include "core/site/categories.h"
#include "server/api/form_data.h"
#include "server/http/problem.h"
#include "server/portal/desk.h"
#include "widget/app/place.h"

namespace ventanilla::portal {
namespace {

constexpr std::string_view kTranslation = "/language/";

// Headings and categories have other names in another language; a category's parts have other articles. What else results
// are narrowed to stays where the other language has the same.
app::Route translated(const site::Catalog& catalog, app::Route route, const site::Catalog& other) {
    if (&catalog == &other) {
        return route;
    }
    route.anchor.clear();
    if (route.page == app::Page::kCategory) {
        const site::Category* category = site::find_category(catalog, route.id);
        const site::Category* found =
            category == nullptr ? nullptr : site::translated(catalog, *category, other);
        route = found == nullptr ? app::Route()
                                 : app::Route{.page = app::Page::kCategory, .id = found->id};
    }
    if (std::string& category = route.filters[app::kCategoryFacet]; !category.empty()) {
        const auto own = std::ranges::find(catalog.categories, category, &site::Category::title);
        const site::Category* found =
            own == catalog.categories.end() ? nullptr : site::translated(catalog, *own, other);
        category = found == nullptr ? "" : found->title;
    }
    return route;
}

}  // namespace

PortalPages::PortalPages(std::vector<html::Portal> portals, const http::StaticFiles& files,
                         const http::Handler& api, const PortalApp::Random& random,
                         const forms::FormTokens& stamps) {
    for (html::Portal& portal : portals) {
        desks_.push_back(std::make_unique<Desk>(std::move(portal), files, api, random, stamps));
    }
    for (const auto& desk : desks_) {
        desk->set_translate([this, &desk = *desk](const app::Route& route) {
            return translations_of(desk.catalog(), route);
        });
    }
}

PortalPages::~PortalPages() = default;

std::vector<http::Route> PortalPages::routes() const {
    using http::Access;
    using http::Route;
    std::vector<Route> routes;
    for (const auto& desk : desks_) {
        const http::Handler answer = [&desk = *desk](const http::Request& request,
                                                     const http::Respond& respond) {
            desk.answer(request, respond);
        };
        const auto add = [&](const std::string& path) {
            routes.emplace_back("GET", path, Access::anyone(), answer);
        };
        const site::Catalog& catalog = desk->catalog();
        add(desk->portal().search);
        add(desk->portal().contact);
        routes.emplace_back("POST", desk->portal().contact, Access::own_pages(), answer);
        const std::string receipt = site::receipt_address(catalog.language, catalog.messages);
        add(receipt);
        routes.emplace_back("POST", receipt, Access::own_pages(), answer);
        const std::string requests = app::address_of(catalog, {app::Page::kRequest, {}, {}}) + "*";
        add(requests);
        routes.emplace_back("POST", requests, Access::own_pages(), answer);
        for (const app::Place& place : app::places()) {
            add(app::address_of(catalog, app::route_of(place)));
        }
        for (const site::Category& category : catalog.categories) {
            const std::string address =
                site::category_address(catalog.language, catalog.messages, category.id);
            add(address);
            add(address + "/*");
        }
        for (const site::Teaser& guide : catalog.guides) {
            add(guide.address);
            add(guide.address + "/*");
        }
    }
    routes.emplace_back("GET", std::string(kTranslation) + "*", Access::anyone(),
                        [this](const http::Request& request, const http::Respond& respond) {
                            lead_to_translation(request, respond);
                        });
    return routes;
}

html::Translations PortalPages::translations_of(const site::Catalog& catalog,
                                                const app::Route& route) const {
    html::Translations translations;
    for (const auto& desk : desks_) {
        translations.push_back({.language = desk->portal().language,
                                .name = desk->portal().messages.text("portal.language"),
                                .address = app::address_of(
                                    desk->catalog(), translated(catalog, route, desk->catalog()))});
    }
    return translations;
}

void PortalPages::lead_to_translation(const http::Request& request,
                                      const http::Respond& respond) const {
    const auto query = api::FormData::read(request.query);
    const std::string_view path = query ? query->get("of") : std::string_view();
    html::Translations translations;
    for (const auto& desk : desks_) {
        if (translations.empty() || path.starts_with(desk->portal().home)) {
            const app::Route route = app::parse_route(desk->catalog(), path);
            // An address that leads nowhere is not ours to lead to.
            translations = translations_of(
                desk->catalog(), route.page == app::Page::kMissing ? app::Route() : route);
        }
    }
    const auto found = std::ranges::find(translations, request.path.substr(kTranslation.size()),
                                         &html::Translation::language);
    respond(found == translations.end()
                ? http::problem_response({.status = 404, .detail = "There is no such language."})
                : http::see_other(found->address));
}

}  // namespace ventanilla::portal
