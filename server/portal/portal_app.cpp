#include "server/portal/portal_app.h"

#include <deque>
#include <stdexcept>
#include <utility>

namespace ventanilla::portal {
namespace {

constexpr std::string_view kData = "/data/";
constexpr std::string_view kApi = "/api/";

std::string make_draft_key(const std::array<std::uint8_t, 16>& random) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    for (const std::uint8_t byte : random) {
        hex += kDigits[byte >> 4U];
        hex += kDigits[byte & 15U];
    }
    return hex;
}

}  // namespace

PortalApp::PortalApp(std::string language, std::string catalog, const http::StaticFiles& files,
                     Random random)
    : random_(std::move(random)) {
    for (auto file = files.lower_bound(kData); file != files.end(); ++file) {
        if (!file->first.starts_with(kData)) {
            break;
        }
        data_.emplace(file->first, file->second.bytes);
    }
    run({}, {app::Start{.language = std::move(language),
                        .catalog = std::move(catalog),
                        .path = {},
                        .page = {},
                        .saved = {},
                        .has_annex = true,
                        .attaches = true}});
    if (!model_.library.catalog) {
        throw std::runtime_error("the site's catalog is not among its files");
    }
    catalog_ = *model_.library.catalog;
}

Outcome PortalApp::run(Visit visit, std::vector<app::Message> messages) {
    const std::lock_guard lock(mutex_);
    model_.session = std::move(visit.session);
    model_.pending = std::move(visit.pending);
    model_.choice_missing = false;
    Outcome outcome{.visit = {},
                    .screen = app::Screen::without_catalog(app::ScreenId::kLoading, {}),
                    .address = {},
                    .announced = {},
                    .call = {}};
    std::deque<app::Message> queue(std::make_move_iterator(messages.begin()),
                                   std::make_move_iterator(messages.end()));
    while (!queue.empty()) {
        const app::Message message = std::move(queue.front());
        queue.pop_front();
        for (app::Effect& effect : app::update(model_, message)) {
            if (auto answer = carry_out(std::move(effect), outcome)) {
                // Before what comes next: that may need it.
                queue.push_front(std::move(*answer));
            }
        }
    }
    outcome.screen = app::view(model_);
    if (model_.library.catalog) {
        outcome.address = app::address_of(*model_.library.catalog, model_.session.route);
    }
    outcome.visit = {std::exchange(model_.session, {}), std::exchange(model_.pending, {})};
    return outcome;
}

std::optional<app::Message> PortalApp::carry_out(app::Effect&& effect, Outcome& outcome) {
    if (auto* get = std::get_if<app::Get>(&effect.what)) {
        if (get->path.starts_with(kApi)) {
            outcome.call = Call{effect.id, {std::move(get->path), {}, {}, std::move(get->token)}};
            return std::nullopt;
        }
        const auto file = data_.find(get->path);
        const bool found = file != data_.end();
        return app::Answered{effect.id, found ? 200 : 404, found ? file->second : std::string()};
    }
    if (std::get_if<app::Random>(&effect.what) != nullptr) {
        return app::Answered{effect.id, 200, make_draft_key(random_())};
    }
    if (auto* post = std::get_if<app::Post>(&effect.what)) {
        outcome.call = Call{effect.id, std::move(*post)};
    } else if (auto* file = std::get_if<app::Download>(&effect.what)) {
        outcome.file = std::move(*file);
    } else if (auto* announce = std::get_if<app::Announce>(&effect.what)) {
        outcome.announced = std::move(announce->text);
    }
    return std::nullopt;
}

}  // namespace ventanilla::portal
