// server/portal/portal_app.h
//
// The app of one language, run on the server: what the pages without JavaScript show and what their buttons do comes
// from the same update() and view() as in the browser.
//
//   Outcome outcome = app.run({}, {app::AddressChanged{"/es/guias/no-internet"}});
//   outcome.screen, outcome.address
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/http/static_files.h"
#include "widget/app/app.h"

namespace ventanilla::portal {

// All that the app keeps of one customer from message to message.
struct Visit {
    app::Session session;
    std::map<app::EffectId, app::Pending> pending;
};

// What the app wants to ask the API; the answer goes back as app::Answered with this effect.
struct Call {
    app::EffectId effect = 0;
    app::Post post;  // without a body: to be got
};

struct Outcome {
    Visit visit;
    app::Screen screen;
    std::string address;    // of the screen
    std::string announced;  // what a screen reader would be told; the last of it
    std::optional<Call> call;
    std::optional<app::Download> file = {};  // that she wants to save
};

class PortalApp {
public:
    using Random = std::function<std::array<std::uint8_t, 16>()>;

    // `files`: what the site's visitors can fetch, with the catalog at `catalog`; copied as far as the app needs it.
    PortalApp(std::string language, std::string catalog, const http::StaticFiles& files,
              Random random);

    // Goes on from where the visit was. From any thread.
    Outcome run(Visit visit, std::vector<app::Message> messages);

    // Never changes once the app is made.
    [[nodiscard]] const site::Catalog& catalog() const { return catalog_; }

private:
    // Does what the effect asks for; the answer, if there is one, is the next message.
    std::optional<app::Message> carry_out(app::Effect&& effect, Outcome& outcome);

    std::map<std::string, std::string, std::less<>> data_;  // by address
    Random random_;
    std::mutex mutex_;
    app::Model model_;
    site::Catalog catalog_;
};

}  // namespace ventanilla::portal
