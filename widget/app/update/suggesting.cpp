#include <algorithm>
#include <cassert>
#include <utility>

#include "core/search/asking/fit.h"
#include "widget/app/annex.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

constexpr std::size_t kMostSuggested = 3;
constexpr std::string_view kBlanks = " \t\r\n";
// After fewer bytes, or a single word, anything might follow.
constexpr std::size_t kLeastBytes = 14;
// What a long text says at its end, she is writing about.
constexpr std::size_t kMostBytes = 200;

// The end of what she wrote, without a word that she has not finished: half a word would find what its next letter takes
// away again. Empty while it says too little.
std::string_view finished_words(std::string_view text) {
    text = text.substr(0, text.find_last_of(" \t\r\n.,;:!?") + 1);
    if (text.size() > kMostBytes) {
        text.remove_prefix(text.size() - kMostBytes);
        text.remove_prefix(std::min(text.find_first_of(kBlanks), text.size()));
    }
    const bool says_enough =
        text.size() >= kLeastBytes && text.find_first_of(kBlanks) < text.size() - 1;
    return says_enough ? text : std::string_view();
}

}  // namespace

void annex::refresh_suggestions(Turn& turn) {
    assert(is_whole(turn.model));
    Model& model = turn.model;
    Draft& draft = model.session.draft;
    draft.suggestions.wanted.clear();
    if (!model.library.index || model.session.route.page != Page::kContact ||
        draft.state != SendState::kEditing) {
        return;
    }
    const site::Catalog& catalog = *model.library.catalog;
    ticket::Values values = draft_values(draft);
    const ticket::Field* story = ticket::story_field(catalog.form, values);
    if (story == nullptr) {
        return;
    }
    const std::string query(finished_words(values[story->id]));
    const bool writes_it = story->id == draft.edited;
    // While she writes in another field, nothing above it comes or goes.
    const bool writes_on = !writes_it && !draft.edited.empty();
    if (query == draft.suggestions.query || writes_on) {
        return;
    }
    search::Answer answer = search::search(*model.library.index, {.text = query});
    model.library.index->keep_within(search::kKeptInPage, answer.used);
    if (!answer.wanted.empty()) {
        draft.suggestions.wanted = std::move(answer.wanted);
        return;
    }
    draft.suggestions.query = query;
    std::vector<search::Hit>& hits = draft.suggestions.hits;
    hits.clear();
    for (search::Hit& hit : articles_first(std::move(answer.hits))) {
        if (hits.size() < kMostSuggested && search::fits(hit, model.library.index->language())) {
            // Nobody has asked for them: they do not change with each word.
            for (search::Run& run : hit.title) {
                run.marked = false;
            }
            hits.push_back(std::move(hit));
        }
    }
    if (writes_it && !hits.empty() && !std::exchange(draft.suggestions.announced, true)) {
        turn.ask(Announce{
            catalog.messages.count("form.suggested.count", static_cast<int>(hits.size()))});
    }
}

std::string find_suggestion(const Model& model, const Route& route) {
    const Draft& draft = model.session.draft;
    if (model.session.route.page == Page::kContact && draft.state == SendState::kEditing) {
        const std::string address = address_of(*model.library.catalog, route);
        for (const search::Hit& hit : draft.suggestions.hits) {
            if (hit.url == address) {
                return suggestion_key(hit.id);
            }
        }
    }
    return {};
}

}  // namespace ventanilla::app
