// server/portal/desk.h
//
// The pages of one language: a request becomes messages to the app, its screen becomes a page.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "server/api/form_data.h"
#include "server/http/message.h"
#include "server/portal/portal_app.h"
#include "widget/html/portal.h"
#include "widget/html/screen_html.h"

namespace ventanilla::portal {

class Desk {
public:
    // The same page in the site's languages.
    using Translate = std::function<html::Translations(const app::Route&)>;

    Desk(html::Portal portal, const http::StaticFiles& files, http::Handler tickets,
         const PortalApp::Random& random);

    // Set once, when all desks are there.
    void set_translate(Translate translate) { translate_ = std::move(translate); }

    // A form that is sent by GET moves on; one that is sent by POST may send a ticket.
    void answer(const http::Request& request, const http::Respond& respond);

    [[nodiscard]] const html::Portal& portal() const { return portal_; }
    [[nodiscard]] const site::Catalog& catalog() const { return app_.catalog(); }

private:
    // The messages that lead to the page at a path, with what its address or its form says.
    [[nodiscard]] std::vector<app::Message> open(const std::string& path,
                                                 const api::FormData& form) const;
    [[nodiscard]] std::vector<app::Message> filled_in(const api::FormData& form) const;

    void send(Outcome outcome, const http::Request& form, const http::Respond& respond);
    // `left`: the form that leads to the page, which goes along until she is back; or null.
    [[nodiscard]] http::Response page(const Outcome& outcome,
                                      const api::FormData* left = nullptr) const;
    [[nodiscard]] html::ScreenForms forms(const Outcome& outcome, const api::FormData* left) const;
    [[nodiscard]] html::Translations translations_of(const Outcome& outcome) const;
    // Of the guide that led to the form; empty if none did or the customer struck it out.
    [[nodiscard]] std::string origin_of(const Outcome& outcome) const;

    html::Portal portal_;
    http::Handler tickets_;
    PortalApp app_;
    Translate translate_;
};

}  // namespace ventanilla::portal
