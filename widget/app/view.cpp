#include "widget/app/annex.h"
#include "widget/app/app.h"
#include "widget/app/place.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

Screen without_catalog(const Model& model) {
    const auto load = model.library.loads.find(model.catalog_file);
    const bool failed = load != model.library.loads.end() && load->second != LoadState::kWaiting;
    return Screen::without_catalog(failed ? ScreenId::kUnavailable : ScreenId::kLoading,
                                   model.language);
}

Screen waiting_for_annex(const Model& model, ScreenId id, const std::string& title) {
    return waiting_screen(model, id, model.library.catalog->annex, title);
}

Screen waiting_for_text(const Model& model, ScreenId id, const std::vector<site::Teaser>& teasers) {
    const site::Teaser* teaser = find_teaser(teasers, model.session.route.id);
    return teaser == nullptr ? missing_screen(model) : waiting_for_annex(model, id, teaser->title);
}

Screen waiting_for_place(const Model& model, const std::string& name) {
    const Place* place = find_place(name);
    return place == nullptr
               ? missing_screen(model)
               : waiting_for_annex(model, {place->name},
                                   model.library.catalog->messages.text(name + ".title"));
}

// Named as it will be.
Screen waiting_for_annex(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const Route& route = model.session.route;
    switch (route.page) {
    case Page::kArticle:
        return waiting_for_text(model, ScreenId::kArticle, catalog.articles);
    case Page::kGuide:
        return waiting_for_text(model, ScreenId::kGuideStep, catalog.guides);
    case Page::kContact:
        return waiting_for_annex(model, ScreenId::kForm, catalog.messages.text("form.title"));
    case Page::kReceipt:
        return waiting_for_annex(model, ScreenId::kReceipt, catalog.messages.text("receipt.title"));
    case Page::kRequest:
        return waiting_for_place(model, "requests");
    default:
        return waiting_for_place(model, route.id);
    }
}

Screen screen_of_route(const Model& model) {
    switch (model.session.route.page) {
    case Page::kHome:
        return home_screen(model);
    case Page::kSearch:
        return results_screen(model);
    case Page::kCategory:
        return category_screen(model);
    case Page::kMissing:
        return missing_screen(model);
    default:
        return is_whole(model) ? annex::screen(model) : waiting_for_annex(model);
    }
}

}  // namespace

Screen view(const Model& model) {
    if (!model.library.catalog) {
        return without_catalog(model);
    }
    const site::Catalog& catalog = *model.library.catalog;
    Screen screen = screen_of_route(model);
    if (screen.eyebrow.empty()) {
        screen.eyebrow = catalog.messages.fill("home.eyebrow", {{"name", catalog.name}});
    }
    // In the head, which has the room: nothing moves below what she reads or writes.
    if (!model.online) {
        screen.eyebrow = catalog.messages.text("offline.head");
    }
    if (model.session.route.page != Page::kHome) {
        screen.back = action("back", catalog.messages.text("action.back"), Press{Command::kBack},
                             Emphasis::kQuiet);
    }
    screen.close = action("close", catalog.messages.text("action.close"), Press{Command::kClose},
                          Emphasis::kQuiet);
    return screen;
}

}  // namespace ventanilla::app
