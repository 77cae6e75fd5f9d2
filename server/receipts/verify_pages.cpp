#include "server/receipts/verify_pages.h"

#include <algorithm>
#include <utility>

#include "server/api/form_data.h"
#include "server/http/content_negotiation.h"
#include "server/http/problem.h"
#include "widget/html/verify_page.h"

namespace ventanilla::receipts {

VerifyPages::VerifyPages(std::vector<html::Portal> portals, const api::Texts& texts,
                         const Receipts& receipts)
    : portals_(std::move(portals)), texts_(texts), receipts_(receipts) {}

std::vector<http::Route> VerifyPages::routes() const {
    using http::Access;
    std::vector<http::Route> routes;
    routes.emplace_back("GET", "/verify", Access::anyone(),
                        [this](const http::Request& request, const http::Respond& respond) {
                            std::vector<std::string> languages;
                            for (const html::Portal& portal : portals_) {
                                languages.push_back(portal.language);
                            }
                            const std::string language = http::choose_language(
                                request.headers.get("Accept-Language"), languages);
                            respond(http::see_other(address_of(
                                *std::ranges::find(portals_, language, &html::Portal::language))));
                        });
    for (const html::Portal& portal : portals_) {
        routes.emplace_back("GET", address_of(portal), Access::anyone(),
                            [this, &portal](const http::Request&, const http::Respond& respond) {
                                respond(page(portal, {}, {}));
                            });
        routes.emplace_back(
            "POST", address_of(portal), Access::own_pages(),
            [this, &portal](const http::Request& request, const http::Respond& respond) {
                respond(check(portal, request));
            });
    }
    return routes;
}

std::string VerifyPages::address_of(const html::Portal& portal) const {
    return verify_address(portal.language,
                          api::texts_in(texts_, portal.language, portals_.front().language));
}

http::Response VerifyPages::check(const html::Portal& portal, const http::Request& request) const {
    const auto form = api::FormData::read(request.body);
    if (!form) {
        return http::problem_response({.status = 400, .detail = form.error()});
    }
    const std::string_view text = form->get("receipt");
    return page(portal, receipts_.is_genuine(text) ? "genuine" : "other", text);
}

http::Response VerifyPages::page(const html::Portal& portal, std::string_view verdict,
                                 std::string_view text) const {
    html::Translations translations;
    for (const html::Portal& each : portals_) {
        translations.push_back({.language = each.language,
                                .name = each.messages.text("portal.language"),
                                .address = address_of(each)});
    }
    return {.status = 200,
            .headers = {{"Content-Type", "text/html; charset=utf-8"},
                        {"Cache-Control", "no-store"},
                        {"Content-Security-Policy", portal.header_policy},
                        {"Cross-Origin-Resource-Policy", "same-origin"},
                        {"Referrer-Policy", "strict-origin-when-cross-origin"}},
            .body = http::make_body(html::verify_page(
                portal, translations,
                {.address = address_of(portal), .verdict = verdict, .text = text}))};
}

}  // namespace ventanilla::receipts
