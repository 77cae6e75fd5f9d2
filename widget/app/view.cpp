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

Screen place_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const Place* place = find_place(model.session.route.id);
    if (place == nullptr) {
        return missing_screen(model);
    }
    if (!catalog.texts.empty()) {
        const std::string title = std::string(place->name) + ".title";
        return waiting_screen(model, {place->name}, catalog.texts, catalog.messages.text(title));
    }
    return place->screen(model);
}

Screen screen_of_route(const Model& model) {
    switch (model.session.route.page) {
    case Page::kHome:
        return home_screen(model);
    case Page::kSearch:
        return results_screen(model);
    case Page::kArticle:
        return article_screen(model);
    case Page::kGuide:
        return guide_screen(model);
    case Page::kCategory:
        return category_screen(model);
    case Page::kContact:
        return form_screen(model);
    case Page::kReceipt:
        return receipt_screen(model);
    case Page::kPlace:
        return place_screen(model);
    case Page::kMissing:
        break;
    }
    return missing_screen(model);
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
