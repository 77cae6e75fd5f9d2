#include <algorithm>

#include "widget/app/annex.h"
#include "widget/app/app.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

void press(Turn& turn, Command command) {
    switch (command) {
    case Command::kBack:
        return go_back(turn);
    case Command::kClose:
        turn.ask(ClosePanel{});
        return;
    case Command::kShowResults:
        return show_results(turn);
    case Command::kReload:
        reload(turn);
        [[fallthrough]];
    default:
        if (is_whole(turn.model)) {
            annex::pressed(turn, command);
        }
    }
}

struct Handler {
    Turn& turn;

    void operator()(const Start& message) const { start(turn, message); }

    void operator()(const Navigate& message) const {
        if (const auto& catalog = turn.model.library.catalog) {
            const auto leads_there = [&](const site::Translation& home) {
                return message.path.starts_with(home.address);
            };
            if (std::ranges::any_of(catalog->translations, leads_there)) {
                turn.ask(SwitchLanguage{message.path});
            } else {
                follow(turn, message.path);
            }
        }
    }
    void operator()(const AddressChanged& message) const {
        if (turn.model.library.catalog) {
            follow(turn, message.path);
        }
    }

    void operator()(const Typed& message) const {
        if (message.key == "search") {
            type_query(turn, message);
        } else if (is_whole(turn.model)) {
            annex::typed(turn, message);
        }
    }

    void operator()(const Chose& message) const {
        if (is_whole(turn.model)) {
            annex::chose(turn, message);
        }
    }

    void operator()(const AnswerGuide& message) const {
        if (is_whole(turn.model)) {
            annex::answered(turn, message);
        }
    }

    void operator()(const Press& message) const {
        if (turn.model.library.catalog || message.command == Command::kClose ||
            message.command == Command::kReload) {
            press(turn, message.command);
        }
    }

    void operator()(const SearchFor& message) const {
        if (turn.model.library.catalog) {
            search_for(turn, message.query);
        }
    }
    void operator()(const OpenArticle& message) const {
        if (turn.model.library.catalog) {
            open_article(turn, message.id);
        }
    }
    void operator()(const StartGuide& message) const {
        if (turn.model.library.catalog) {
            start_guide(turn, message.id);
        }
    }
    void operator()(const NewTicket& message) const {
        if (turn.model.library.catalog) {
            open_form(turn, message);
        }
    }

    void operator()(const HostContext& message) const { know_page(turn, message); }

    void operator()(const Answered& message) const {
        auto waiting = turn.model.pending.extract(message.effect);
        if (waiting.empty()) {
            return;
        }
        const Pending& pending = waiting.mapped();
        if (pending.purpose < Purpose::kDraftKey) {
            receive_file(turn, pending, message);
        } else if (is_whole(turn.model)) {
            annex::request_answered(turn, pending, message);
        }
    }

    void operator()(const Kept& message) const {
        if (is_whole(turn.model)) {
            annex::take_kept(turn, message.texts);
        } else {
            turn.model.early.kept = message.texts;
        }
    }

    void operator()(const ConnectionChanged& message) const {
        const bool lost = turn.model.online && !message.online;
        turn.model.online = message.online;
        if (message.online) {
            reload(turn);
            if (is_whole(turn.model)) {
                annex::try_again(turn);
            }
        } else if (lost && turn.model.library.catalog) {
            turn.ask(Announce{turn.model.library.catalog->messages.text("offline.line")});
        }
    }

    void operator()(const Clock& message) const {
        if (message.now >= 0 && message.now < site::kLatest) {
            turn.model.clock = message;
        }
    }

    void operator()(const Shown& message) const {
        const Route& route = turn.model.session.route;
        const bool can_type = route.page == Page::kHome && !message.touch;
        // Whoever comes back is where she was; whoever has just come is led to what the address names.
        turn.model.section_due = !turn.model.is_shown && !route.anchor.empty();
        turn.model.is_shown = true;
        turn.ask(Focus{can_type ? "search" : "title"});
    }
};

}  // namespace

Effects update(Model& model, const Message& message) {
    const Before before = remember(model);
    Turn turn{model, {}};
    std::visit(Handler{turn}, message);
    settle(turn, before);
    return std::move(turn.effects);
}

}  // namespace ventanilla::app
