#include <algorithm>
#include <utility>

#include "core/base/blank.h"
#include "core/text/utf8.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

constexpr std::size_t kMaxQueryBytes = 400;

// Cut before the character that would pass the limit.
std::string shortened(const std::string& text) {
    std::size_t at = 0;
    std::size_t end = 0;
    while (at < text.size() && at <= kMaxQueryBytes) {
        end = at;
        text::decode(text, at);
    }
    return text.substr(0, at <= kMaxQueryBytes ? at : end);
}

// Whether a shard that the answer wants may still come.
bool is_waiting_for(const Model& model, const search::Answer& answer) {
    return std::any_of(answer.wanted.begin(), answer.wanted.end(), [&](search::ShardId shard) {
        const auto& loads = model.library.loads;
        const auto load = loads.find(shard_file(*model.library.catalog, shard));
        return load == loads.end() || load->second == LoadState::kWaiting;
    });
}

search::Answer ask(const Model& model) {
    const Route& route = model.session.route;
    // Whoever has narrowed a search wants to see all that is left.
    search::Query query{.text = route.id,
                        .limit = is_narrowed(route) ? kHitsInFull : model.search_limit,
                        .typing = model.search_limit == kHitsWhileTyping,
                        .counts = true};
    for (std::size_t facet = 0; facet < kFacets.size(); ++facet) {
        if (!route.filters[facet].empty()) {
            query.filters.push_back({kFacets[facet], {route.filters[facet]}});
        }
    }
    return search::search(*model.library.index, query);
}

// A value that the index does not have, as in a link from before it was renamed, would leave nothing and could not be
// taken back.
bool forget_strange_filters(Route& route, const std::vector<search::FacetCount>& known) {
    bool forgets = false;
    for (std::size_t facet = 0; facet < kFacets.size(); ++facet) {
        std::string& value = route.filters[facet];
        const bool is_strange =
            !value.empty() &&
            std::none_of(known.begin(), known.end(), [&](const search::FacetCount& count) {
                return count.facet == kFacets[facet] && count.value == value;
            });
        if (is_strange) {
            value.clear();
            forgets = true;
        }
    }
    return forgets;
}

}  // namespace

std::vector<search::Hit> articles_first(std::vector<search::Hit> hits) {
    std::vector<search::Hit> answers;
    std::vector<search::Hit> ways;
    for (search::Hit& hit : hits) {
        if (!hit.id.empty()) {
            const bool is_way = !hit.pinned && hit.id.starts_with("guide:");
            (is_way ? ways : answers).push_back(std::move(hit));
        }
    }
    for (search::Hit& way : ways) {
        answers.push_back(std::move(way));
    }
    return answers;
}

void type_query(Turn& turn, const Typed& typed) {
    Session& session = turn.model.session;
    if (session.route.page != Page::kHome && session.route.page != Page::kSearch) {
        return;
    }
    session.query = {typed.value, typed.revision};
    if (typed.value.size() > kMaxQueryBytes) {
        session.query = {shortened(typed.value), typed.revision + 1};
    }
    turn.model.search_limit = kHitsWhileTyping;
    const std::string& query = session.query.value;
    if (base::is_blank(query)) {
        const bool came_from_home =
            !session.behind.empty() && session.behind.back().page == Page::kHome;
        if (session.route.page == Page::kSearch && came_from_home) {
            session.behind.pop_back();
        }
        session.route = {};
    } else {
        if (session.route.page == Page::kHome) {
            session.behind.push_back(session.route);
        }
        session.route = {Page::kSearch, query, {}};
    }
}

void show_results(Turn& turn) {
    turn.model.search_limit = kHitsInFull;
}

void search_for(Turn& turn, const std::string& query) {
    go(turn, base::is_blank(query) ? Route{} : Route{Page::kSearch, shortened(query), {}});
    show_results(turn);
}

void refresh_answer(Turn& turn) {
    Model& model = turn.model;
    model.searching = false;
    if (!model.library.index || model.session.route.page != Page::kSearch) {
        model.answer = {};
        return;
    }
    search::Answer answer = ask(model);
    if (forget_strange_filters(model.session.route, answer.counts)) {
        answer = ask(model);
    }
    model.library.index->keep_within(search::kKeptInPage, answer.used);
    model.searching = is_waiting_for(model, answer);
    std::vector<search::Hit> hits = articles_first(std::move(answer.hits));
    // Hits that move while she reads help nobody: the ones before stay until all is known.
    if (!model.searching || model.answer.hits.empty()) {
        model.answer.hits = std::move(hits);
        model.answer.corrected = std::move(answer.corrected);
        model.answer.total = answer.total;
        model.answer.at_least = answer.at_least;
        model.answer.counts = std::move(answer.counts);
        model.answered = model.session.route.id;
    }
    model.answer.wanted = std::move(answer.wanted);
}

}  // namespace ventanilla::app
