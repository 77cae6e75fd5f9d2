#include <algorithm>

#include "widget/app/app.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

constexpr std::string_view kFieldPrefix = "field.";

void press(Turn& turn, Command command) {
    Draft& draft = turn.model.session.draft;
    switch (command) {
    case Command::kBack:
        return go_back(turn);
    case Command::kClose:
        turn.ask(ClosePanel{});
        return;
    case Command::kShowResults:
        return show_results(turn);
    case Command::kGuideContinue:
        return continue_guide(turn);
    case Command::kGuideBack:
        return step_back(turn);
    case Command::kGuideRestart:
        return restart_guide(turn);
    case Command::kGuideContact:
        return go(turn, {Page::kContact, {}, {}});
    case Command::kStrikePage:
        draft.with_page = draft.with_page && draft.state != SendState::kEditing;
        return;
    case Command::kStrikeTranscript:
        if (draft.state == SendState::kEditing) {
            draft.transcript.reset();
        }
        return;
    case Command::kSend:
        return send(turn);
    case Command::kCopyCode:
        if (const auto& receipt = turn.model.session.receipt) {
            turn.ask(Copy{receipt->code});
            turn.ask(Announce{turn.model.library.catalog->messages.text("receipt.copied")});
        }
        return;
    case Command::kShare:
        if (const site::ArticlePage* page = current_article(turn.model)) {
            turn.ask(Share{address_of(*turn.model.library.catalog, {Page::kArticle, page->id, {}}),
                           page->title});
        }
        return;
    case Command::kPrint:
        turn.ask(Print{});
        return;
    case Command::kReload:
        return reload(turn);
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
        } else if (message.key.starts_with(kFieldPrefix)) {
            edit_field(turn, message.key.substr(kFieldPrefix.size()), message.value,
                       message.revision);
        }
    }

    void operator()(const Chose& message) const {
        if (message.key == "answer") {
            choose_answer(turn, message.value);
        } else if (message.key == "vote") {
            vote(turn, message.value);
        } else if (message.key.starts_with(kFieldPrefix)) {
            const std::string id = message.key.substr(kFieldPrefix.size());
            const auto field = turn.model.session.draft.fields.find(id);
            const bool is_new = field == turn.model.session.draft.fields.end();
            edit_field(turn, id, message.value, is_new ? 1 : field->second.revision + 1);
        }
    }

    void operator()(const AnswerGuide& message) const { answer_guide(turn, message.choice); }

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
        if (pending.purpose == Purpose::kTicket) {
            receive_ticket(turn, message);
        } else if (pending.purpose != Purpose::kDraftKey) {
            receive_file(turn, pending, message);
        }
    }

    void operator()(const RandomBytes& message) const {
        auto waiting = turn.model.pending.find(message.effect);
        if (waiting != turn.model.pending.end() && waiting->second.purpose == Purpose::kDraftKey) {
            turn.model.pending.erase(waiting);
            receive_key(turn, message.hex);
        }
    }

    void operator()(const ConnectionChanged& message) const {
        const bool lost = turn.model.online && !message.online;
        turn.model.online = message.online;
        if (message.online) {
            reload(turn);
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
