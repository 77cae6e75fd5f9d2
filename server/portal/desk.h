// server/portal/desk.h
//
// The pages of one language: a request becomes messages to the app, its screen becomes a page.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/api/form_data.h"
#include "server/forms/form_tokens.h"
#include "server/http/message.h"
#include "server/portal/portal_app.h"
#include "widget/html/portal.h"
#include "widget/html/screen_html.h"

namespace ventanilla::portal {

class Desk {
public:
    // The same page in the site's languages.
    using Translate = std::function<html::Translations(const app::Route&)>;

    // `api`: answers what the pages ask for their readers; `stamps` must outlive it.
    Desk(html::Portal portal, const http::StaticFiles& files, http::Handler api,
         const PortalApp::Random& random, const forms::FormTokens& stamps);

    // Set once, when all desks are there.
    void set_translate(Translate translate) { translate_ = std::move(translate); }

    // A form that is sent by GET moves on; one that is sent by POST may ask the API for something.
    void answer(const http::Request& request, const http::Respond& respond);

    [[nodiscard]] const html::Portal& portal() const { return portal_; }
    [[nodiscard]] const site::Catalog& catalog() const { return app_.catalog(); }

private:
    // The messages that lead to the page at a path, with what its address or its form says.
    [[nodiscard]] std::vector<app::Message> open(const std::string& path,
                                                 const api::FormData& form) const;
    [[nodiscard]] std::vector<app::Message> filled_in(const api::FormData& form) const;

    // A request for a page, and what its address or its body says.
    struct Sent {
        http::Request request;
        api::FormData form;
        std::string doubts = {};  // about who has filled it in

        [[nodiscard]] bool is_posted() const { return request.method == "POST"; }
    };
    // What the API has answered last, as far as it is said to the browser as well; nothing: it was not asked.
    struct Answer {
        int status = 0;
        std::string retry_after;
    };
    using Told = std::optional<Answer>;
    using Then = std::function<void(Outcome, const Told&)>;

    // Asks the API as often as the app wants, one call after the other.
    void ask(Outcome outcome, const std::shared_ptr<const Sent>& sent, const Then& then,
             const Told& told = {});
    void press(Outcome outcome, const Told& told, const std::shared_ptr<const Sent>& sent,
               const http::Respond& respond);
    void show(const Outcome& outcome, const Told& told, const Sent& sent,
              const http::Respond& respond) const;
    // `left`: the form that leads to the page, which goes along until she is back; or null.
    [[nodiscard]] http::Response page(const Outcome& outcome,
                                      const api::FormData* left = nullptr) const;
    [[nodiscard]] html::ScreenForms forms(const Outcome& outcome, const api::FormData* left) const;
    [[nodiscard]] std::string doubts_of(const api::FormData& form) const;
    [[nodiscard]] html::Translations translations_of(const Outcome& outcome) const;
    // Of the guide that led to the form; empty if none did or the customer struck it out.
    [[nodiscard]] std::string origin_of(const Outcome& outcome) const;

    html::Portal portal_;
    http::Handler api_;
    PortalApp app_;
    const forms::FormTokens& stamps_;
    Translate translate_;
};

}  // namespace ventanilla::portal
