// server/portal/portal_pages.h
//
// Search, guides, form, receipt and requests as pages that need no JavaScript and no cookie: what a page has to remember
// stands in its address or in its form. docs/decisions/0007-pages-from-screens.md says why.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/forms/form_tokens.h"
#include "server/http/router.h"
#include "server/portal/portal_app.h"
#include "widget/html/portal.h"

namespace ventanilla::portal {

class Desk;

class PortalPages {
public:
    // `portals`: one a language, the default first; `files`: what the site's visitors can fetch; `api` answers what
    // is asked for their readers, below /api/. The pages must outlive every request.
    PortalPages(std::vector<html::Portal> portals, const http::StaticFiles& files,
                const http::Handler& api, const PortalApp::Random& random,
                const forms::FormTokens& stamps);
    ~PortalPages();

    // Of every page, and "/language/en?of=/es/guias/no-internet", which leads to the same page in that language: a
    // page that the app has left in place does not know it.
    [[nodiscard]] std::vector<http::Route> routes() const;

private:
    // `route` is one of the catalog's language.
    [[nodiscard]] html::Translations translations_of(const site::Catalog& catalog,
                                                     const app::Route& route) const;
    void lead_to_translation(const http::Request& request, const http::Respond& respond) const;

    std::vector<std::unique_ptr<Desk>> desks_;
};

}  // namespace ventanilla::portal
