#include "server/portal/portal_pages.h"

#include <utility>

#include "core/site/address.h"
#include "server/portal/desk.h"
#include "widget/app/place.h"

namespace ventanilla::portal {

PortalPages::PortalPages(std::vector<html::Portal> portals, const http::StaticFiles& files,
                         const http::Handler& tickets, const PortalApp::Random& random) {
    for (html::Portal& portal : portals) {
        desks_.push_back(std::make_unique<Desk>(std::move(portal), files, tickets, random));
    }
    for (const auto& desk : desks_) {
        desk->set_translate([this](const app::Route& route) {
            html::Translations translations;
            for (const auto& other : desks_) {
                translations.push_back({.language = other->portal().language,
                                        .name = other->portal().messages.text("portal.language"),
                                        .address = app::address_of(other->catalog(), route)});
            }
            return translations;
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
        add(site::receipt_address(catalog.language, catalog.messages));
        for (const app::Place& place : app::places()) {
            add(app::address_of(catalog, app::route_of(place)));
        }
        for (const site::Teaser& guide : catalog.guides) {
            add(guide.address);
            add(guide.address + "/*");
        }
    }
    return routes;
}

}  // namespace ventanilla::portal
