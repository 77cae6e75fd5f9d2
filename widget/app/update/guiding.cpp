#include <cassert>

#include "widget/app/annex.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

guide::Run run_of(const Route& route) {
    return {route.answers};
}

void move_to(Turn& turn, guide::Run run) {
    Session& session = turn.model.session;
    session.route.answers = std::move(run.answers);
    session.chosen.clear();
    turn.model.choice_missing = false;
}

}  // namespace

void choose_answer(Turn& turn, const std::string& choice) {
    const site::GuidePage* page = current_guide(turn.model);
    if (page != nullptr &&
        guide::current_step(page->guide, run_of(turn.model.session.route)).find_choice(choice) !=
            nullptr) {
        turn.model.session.chosen = choice;
        turn.model.choice_missing = false;
    }
}

void continue_guide(Turn& turn) {
    if (turn.model.session.chosen.empty()) {
        turn.model.choice_missing = true;
        turn.ask(Focus{"answer"});
        return;
    }
    answer_guide(turn, std::string(turn.model.session.chosen));
}

void answer_guide(Turn& turn, const std::string& choice) {
    const site::GuidePage* page = current_guide(turn.model);
    if (page == nullptr) {
        return;
    }
    auto next = guide::answer(page->guide, run_of(turn.model.session.route), choice);
    if (next) {
        move_to(turn, std::move(*next));
    }
}

void step_back(Turn& turn) {
    Session& session = turn.model.session;
    if (session.route.page != Page::kGuide || session.route.answers.empty()) {
        return;
    }
    std::string taken_back = session.route.answers.back();
    move_to(turn, guide::back(run_of(session.route)));
    session.chosen = std::move(taken_back);
}

void restart_guide(Turn& turn) {
    if (turn.model.session.route.page == Page::kGuide) {
        move_to(turn, {});
    }
}

void trim_run(Turn& turn) {
    if (const site::GuidePage* page = current_guide(turn.model)) {
        annex::trim_run(turn, *page);
    }
}

void annex::trim_run(Turn& turn, const site::GuidePage& page) {
    assert(is_whole(turn.model));
    Route& route = turn.model.session.route;
    while (!guide::is_valid(page.guide, {route.answers})) {
        route.answers.pop_back();
    }
}

void attach_run(Turn& turn) {
    const site::GuidePage* page = current_guide(turn.model);
    const Session& session = turn.model.session;
    // A ticket whose outcome is not known yet stays as it was sent.
    if (page != nullptr && !session.route.answers.empty() &&
        session.draft.state == SendState::kEditing) {
        annex::attach_run(turn, *page);
    }
}

void annex::attach_run(Turn& turn, const site::GuidePage& page) {
    assert(is_whole(turn.model));
    const guide::Run run = run_of(turn.model.session.route);
    Draft& draft = turn.model.session.draft;
    draft.transcript = guide::transcript(page.guide, run);
    for (const auto& [id, value] : guide::current_step(page.guide, run).values) {
        fill_if_empty(draft, id, value);
    }
}

}  // namespace ventanilla::app
