#include <algorithm>
#include <cassert>

#include "widget/app/annex.h"
#include "widget/app/found.h"
#include "widget/app/screens/screens.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

bool is_search(const Route& route) {
    return route.page == Page::kHome || route.page == Page::kSearch;
}

// Typing leads from the first screen to the results and back; the focus stays in the box.
bool is_typing(const Before& before, const Session& session) {
    // From one search to another only a link leaves a way back.
    const bool followed = before.route.page == Page::kSearch &&
                          session.route.page == Page::kSearch &&
                          session.behind.size() != before.behind;
    return is_search(before.route) && is_search(session.route) && !followed;
}

void announce_hits(Turn& turn, const Before& before) {
    const Model& model = turn.model;
    const bool searched = model.library.index && model.session.route.page == Page::kSearch;
    const std::size_t hits = model.answer.hits.size();
    const Route& route = model.session.route;
    if (!searched || (hits == before.hits && route.id == before.query &&
                      route.filters == before.route.filters)) {
        return;
    }
    const text::Messages& messages = model.library.catalog->messages;
    if (hits == 0) {
        turn.ask(Announce{nothing_found(model)});
        return;
    }
    std::string count = count_of_hits(model);
    const std::string& corrected = model.answer.corrected;
    turn.ask(Announce{corrected.empty() ? std::move(count)
                                        : messages.fill("search.count_corrected",
                                                        {{"count", count}, {"query", corrected}})});
}

// Answers whether she has come to another screen, other than by typing.
bool follow_route(Turn& turn, const Before& before) {
    Model& model = turn.model;
    const Route& route = model.session.route;
    if (!model.library.catalog || (route == before.route && before.had_catalog)) {
        return false;
    }
    const bool is_step = before.had_catalog && !is_typing(before, model.session);
    turn.ask(ShowAddress{address_of(*model.library.catalog, route), is_step});
    model.section_due = (is_step || model.is_shown) && !route.anchor.empty();
    // Whoever narrows a search may want to choose once more.
    if (is_step && !is_same_search(before.route, route)) {
        std::string left_by = find_suggestion(model, before.route);
        turn.ask(Focus{left_by.empty() ? "title" : std::move(left_by)});
    }
    return is_step;
}

bool has_heading(const std::vector<article::Block>& blocks, const std::string& anchor) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const article::Block& block) {
        return (block.kind == article::BlockKind::kHeading && block.anchor == anchor) ||
               has_heading(block.children, anchor);
    });
}

// Once the article is there.
void lead_to_section(Turn& turn) {
    const site::ArticlePage* page = current_article(turn.model);
    if (turn.model.section_due && page != nullptr) {
        turn.model.section_due = false;
        annex::lead_to_section(turn, *page);
    }
}

void save_changes(Turn& turn) {
    std::string text = write_session(turn.model.session);
    if (text != turn.model.saved) {
        turn.model.saved = text;
        turn.ask(Save{std::move(text)});
    }
}

// Once, and to whoever has the panel before her.
void announce_notice(Turn& turn) {
    Model& model = turn.model;
    if (!model.library.catalog || !model.is_shown || model.notice_told ||
        notice_nodes(model).empty()) {
        return;
    }
    model.notice_told = true;
    turn.ask(Announce{model.library.catalog->notice->text});
}

}  // namespace

// A heading that the article has no longer leaves her at its title.
void annex::lead_to_section(Turn& turn, const site::ArticlePage& page) {
    assert(is_whole(turn.model));
    const std::string& anchor = turn.model.session.route.anchor;
    if (has_heading(page.body.blocks, anchor)) {
        turn.ask(Focus{heading_key(document_key(page.id), anchor)});
    }
}

Before remember(const Model& model) {
    return {model.session.route,
            model.library.catalog.has_value(),
            model.answer.hits.size(),
            model.answer.total,
            model.library.index ? model.session.route.id : std::string(),
            model.session.behind.size()};
}

void settle(Turn& turn, const Before& before) {
    if (turn.model.language.empty()) {
        return;  // not started
    }
    refresh_answer(turn);
    if (is_whole(turn.model)) {
        annex::refresh_requests(turn);
        annex::refresh_suggestions(turn);
    }
    request_what_is_needed(turn);
    announce_hits(turn, before);
    announce_notice(turn);
    const bool is_step = follow_route(turn, before);
    tell_host(turn, before, is_step);
    lead_to_section(turn);
    save_changes(turn);
}

}  // namespace ventanilla::app
