#include "widget/app/model.h"

#include <algorithm>

#include "core/search/format/shard.h"
#include "core/ticket/context.h"

namespace ventanilla::app {
namespace {

template <typename Content>
const Content* find_loaded(const std::map<std::string, Content>& loaded,
                           const site::Teaser* teaser) {
    if (teaser == nullptr) {
        return nullptr;
    }
    auto found = loaded.find(teaser->file);
    return found == loaded.end() ? nullptr : &found->second;
}

}  // namespace

std::string_view vote_of(const Session& session, const std::string& article) {
    const auto vote = session.votes.find(article);
    return vote == session.votes.end() ? std::string_view() : vote->second;
}

std::span<const std::string_view> votes_after(std::string_view said) {
    static constexpr std::string_view kVotes[] = {"yes", "no"};
    static constexpr std::string_view kReasons[] = {"unanswered", "unclear", "wrong"};
    if (said.empty()) {
        return kVotes;
    }
    return said == "no" ? std::span<const std::string_view>(kReasons)
                        : std::span<const std::string_view>();
}

bool is_whole(const Model& model) {
    const auto& catalog = model.library.catalog;
    return catalog && catalog->annex.empty();
}

bool needs_annex(const Model& model) {
    const Session& session = model.session;
    switch (session.route.page) {
    case Page::kHome:
    case Page::kSearch:
    case Page::kCategory:
    case Page::kMissing:
        // What waits to be sent goes on being sent.
        return !session.draft.body.empty() || !model.outbox.empty() || !model.early.kept.empty();
    default:
        return true;
    }
}

bool is_pending(const Model& model, Purpose purpose, std::string_view of) {
    return std::ranges::any_of(model.pending, [&](const auto& each) {
        return each.second.purpose == purpose && each.second.file == of;
    });
}

const site::GuidePage* loaded_guide(const Model& model, std::string_view id) {
    const auto& catalog = model.library.catalog;
    return catalog ? find_loaded(model.library.guides, find_teaser(catalog->guides, id)) : nullptr;
}

std::string shard_file(const site::Catalog& catalog, search::ShardId shard) {
    return catalog.index + search::shard_name(shard);
}

const site::GuidePage* current_guide(const Model& model) {
    const Route& route = model.session.route;
    return route.page == Page::kGuide ? loaded_guide(model, route.id) : nullptr;
}

const site::ArticlePage* current_article(const Model& model) {
    const Route& route = model.session.route;
    const auto& catalog = model.library.catalog;
    if (!catalog || route.page != Page::kArticle) {
        return nullptr;
    }
    return find_loaded(model.library.articles, find_teaser(catalog->articles, route.id));
}

ticket::Values draft_values(const Draft& draft) {
    ticket::Values values;
    for (const auto& [id, text] : draft.fields) {
        values[id] = text.value;
    }
    return values;
}

ticket::Values host_values(const Model& model) {
    return model.session.draft.with_values ? ticket::fitting_context(model.values)
                                           : ticket::Values();
}

ticket::Values trail_values(const Model& model) {
    ticket::Values values;
    const auto add = [&values](std::string_view name, const std::vector<std::string>& texts) {
        std::string all;
        for (const std::string& text : texts) {
            all += (all.empty() ? "" : " · ") + text;
        }
        if (!all.empty() && ticket::is_context_text(all)) {
            values.emplace(name, std::move(all));
        }
    };
    if (model.session.draft.with_trail) {
        add(ticket::kSearches, model.session.trail.searches);
        add(ticket::kArticles, model.session.trail.articles);
    }
    return values;
}

}  // namespace ventanilla::app
