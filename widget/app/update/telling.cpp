#include "widget/app/annex.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

const guide::Step* step_at(const Model& model, const Route& route) {
    const site::GuidePage* page =
        route.page == Page::kGuide ? loaded_guide(model, route.id) : nullptr;
    return page == nullptr ? nullptr : &annex::step(*page, route);
}

bool is_outcome(const guide::Step& step) {
    return step.kind == guide::StepKind::kOutcome;
}

void tell_of_guide_left(Turn& turn, const Route& guide) {
    const guide::Step* step = step_at(turn.model, guide);
    if (step != nullptr && !is_outcome(*step)) {
        turn.ask(Emit{"guide-abandon", {{"id", guide.id}, {"step", step->id}}});
    }
}

// An outcome that she comes back to was told of when she reached it.
void tell_of_step(Turn& turn, const Route& guide, bool is_within) {
    const guide::Step* step = step_at(turn.model, guide);
    if (step != nullptr && !is_outcome(*step)) {
        turn.ask(Emit{"guide-step", {{"id", guide.id}, {"step", step->id}}});
    } else if (step != nullptr && is_within) {
        turn.ask(Emit{"guide-end", {{"id", guide.id}, {"outcome", step->id}}});
    }
}

void tell_of_guide(Turn& turn, const Route& from, const Route& to) {
    const bool is_within = from.page == Page::kGuide && to.page == Page::kGuide && from.id == to.id;
    if (!is_within) {
        tell_of_guide_left(turn, from);
    }
    if (to.page == Page::kGuide && !is_within && to.answers.empty()) {
        turn.ask(Emit{"guide-start", {{"id", to.id}}});
    } else {
        tell_of_step(turn, to, is_within);
    }
}

void tell_of_form(Turn& turn) {
    const auto& transcript = turn.model.session.draft.transcript;
    Emit handoff{"handoff", {}};
    if (transcript) {
        handoff.detail = {{"guide", transcript->guide}};
    }
    turn.ask(std::move(handoff));
}

// The newest last, each once.
void leave_trail(std::vector<std::string>& trail, const std::string& text) {
    constexpr std::size_t kMost = 5;
    if (text.empty()) {
        return;
    }
    std::erase(trail, text);
    trail.push_back(text);
    if (trail.size() > kMost) {
        trail.erase(trail.begin());
    }
}

void tell_of_screen(Turn& turn, const Before& before) {
    const Session& session = turn.model.session;
    const bool is_back = session.behind.size() < before.behind;
    tell_of_guide(turn, before.route, session.route);
    if (session.route.page == Page::kArticle) {
        turn.ask(Emit{"article-view", {{"id", session.route.id}}});
        const auto& catalog = turn.model.library.catalog;
        const site::Teaser* teaser =
            catalog ? find_teaser(catalog->articles, session.route.id) : nullptr;
        if (teaser != nullptr) {
            leave_trail(turn.model.session.trail.articles, teaser->title);
        }
    }
    if (session.route.page == Page::kContact && !is_back) {
        tell_of_form(turn);
    }
}

void tell_of_results(Turn& turn, const std::string& query, std::uint32_t results) {
    if (turn.model.told.query != query) {
        turn.model.told.query = query;
        turn.ask(Emit{"search", {{"results", static_cast<int>(results)}}});
    }
}

// Once she opens what was found, or asks for all of it; not at every key.
void tell_of_search(Turn& turn, const Before& before) {
    Model& model = turn.model;
    const Route& route = model.session.route;
    const bool is_hit = route.page == Page::kArticle || route.page == Page::kGuide;
    if (before.route.page == Page::kSearch && route.page != Page::kSearch) {
        leave_trail(model.session.trail.searches, before.route.id);
    }
    if (before.route.page == Page::kSearch && is_hit) {
        tell_of_results(turn, before.route.id, before.results);
    }
    if (route.page != Page::kSearch || !model.answer.hits.empty()) {
        model.told.empty = false;
    }
    const bool is_complete = model.library.index && model.answer.wanted.empty();
    if (route.page != Page::kSearch || !is_complete) {
        return;
    }
    if (model.search_limit == kHitsInFull) {
        tell_of_results(turn, route.id, model.answer.total);
    }
    if (model.answer.hits.empty() && !std::exchange(model.told.empty, true)) {
        turn.ask(Emit{"search-empty"});
    }
}

}  // namespace

void tell_host(Turn& turn, const Before& before, bool is_step) {
    tell_of_search(turn, before);
    if (is_step) {
        tell_of_screen(turn, before);
    }
}

}  // namespace ventanilla::app
