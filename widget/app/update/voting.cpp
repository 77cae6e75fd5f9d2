#include <algorithm>

#include "core/base/json.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

constexpr std::string_view kVotesPath = "/api/v1/votes";

}  // namespace

void vote(Turn& turn, const std::string& value) {
    Model& model = turn.model;
    const site::ArticlePage* page = current_article(model);
    if (page == nullptr) {
        return;
    }
    const auto votes = votes_after(vote_of(model.session, page->id));
    if (std::ranges::find(votes, value) == votes.end()) {
        return;
    }
    model.session.votes[page->id] = value;
    const base::Json body = {{"language", model.language}, {"article", page->id}, {"vote", value}};
    turn.ask(Post{std::string(kVotesPath), {}, base::write_json(body)});
    turn.ask(Emit{"article-vote", {{"id", page->id}, {"vote", value}}});
    turn.ask(
        Announce{model.library.catalog->messages.text(value == "no" ? "vote.why" : "vote.thanks")});
}

}  // namespace ventanilla::app
