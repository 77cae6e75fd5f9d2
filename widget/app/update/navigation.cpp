#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

// More steps back than a person takes.
constexpr std::size_t kMaxBehind = 50;

// The search box always shows what the route says.
void show_query(Session& session) {
    std::string query = session.route.page == Page::kSearch ? session.route.id : std::string();
    const bool searches = session.route.page == Page::kSearch || session.route.page == Page::kHome;
    if (searches && session.query.value != query) {
        session.query = {std::move(query), session.query.revision + 1};
    }
}

}  // namespace

void replace(Turn& turn, Route route) {
    Session& session = turn.model.session;
    if (!is_same_search(session.route, route)) {
        turn.model.search_limit = kHitsInFull;
    }
    session.route = std::move(route);
    session.chosen.clear();
    turn.model.choice_missing = false;
    show_query(session);
    trim_run(turn);
}

void go(Turn& turn, Route route) {
    Session& session = turn.model.session;
    if (route == session.route) {
        return;
    }
    if (route.page == Page::kContact) {
        attach_run(turn);
    }
    session.behind.push_back(session.route);
    if (session.behind.size() > kMaxBehind) {
        session.behind.erase(session.behind.begin());
    }
    replace(turn, std::move(route));
}

void go_back(Turn& turn) {
    Session& session = turn.model.session;
    if (session.route.page == Page::kGuide && !session.route.answers.empty()) {
        step_back(turn);
        return;
    }
    Route route;
    if (!session.behind.empty()) {
        route = std::move(session.behind.back());
        session.behind.pop_back();
    }
    replace(turn, std::move(route));
}

}  // namespace ventanilla::app
