#include <charconv>
#include <memory>
#include <utility>

#include "core/base/json.h"
#include "widget/app/annex.h"
#include "widget/app/update/turn.h"

namespace ventanilla::app {
namespace {

using base::Json;

// Asks for a file once; what failed is asked for again after reload() only.
void want(Turn& turn, const std::string& file, Purpose purpose) {
    if (!file.empty() && turn.model.library.loads.try_emplace(file, LoadState::kWaiting).second) {
        turn.ask(Get{file}, {purpose, file});
    }
}

void want_shards(Turn& turn, const site::Catalog& catalog) {
    if (catalog.index.empty()) {
        return;
    }
    if (!turn.model.library.index) {
        want(turn, shard_file(catalog, 0), Purpose::kShard);
    }
    const Model& model = turn.model;
    for (const auto* wanted : {&model.answer.wanted, &model.session.draft.suggestions.wanted}) {
        for (const search::ShardId shard : *wanted) {
            want(turn, shard_file(catalog, shard), Purpose::kShard);
        }
    }
}

bool take_catalog(Turn& turn, const Json& json) {
    auto catalog = site::catalog_without_form(json);
    if (!catalog) {
        return false;
    }
    Model& model = turn.model;
    model.library.catalog.emplace(std::move(*catalog));
    model.early.form = base::write_json(base::object_at(json, "form"));
    if (model.has_annex) {
        model.library.catalog->annex.clear();
    }
    if (is_whole(model) && !annex::open(turn)) {
        model.library.catalog.reset();
        return false;
    }
    if (!model.first_path.empty()) {
        follow(turn, std::exchange(model.first_path, {}));
    }
    check_suggested(turn);
    return true;
}

bool take_texts(Turn& turn, const Json& json) {
    site::Catalog& catalog = *turn.model.library.catalog;
    catalog.messages.add(json);
    catalog.texts.clear();
    return true;
}

bool take_shard(Turn& turn, const std::string& file, const std::string& bytes) {
    auto& library = turn.model.library;
    const site::Catalog& catalog = *library.catalog;
    if (file == shard_file(catalog, 0)) {
        auto index = search::Index::open(bytes);
        if (index) {
            library.index = std::move(*index);
        }
        return library.index.has_value();
    }
    // Only what an answer wanted was asked for.
    std::string_view number = file;
    number.remove_prefix(catalog.index.size());
    search::ShardId shard = 0;
    std::from_chars(number.data(), number.data() + number.size(), shard);
    return library.index && !library.index->add(shard, bytes);
}

// The host has joined it to the rest.
bool take_annex(Turn& turn) {
    if (!annex::open(turn)) {
        return false;
    }
    for (const auto& [pending, answered] : std::exchange(turn.model.early, {}).files) {
        receive_file(turn, pending, answered);
    }
    return true;
}

bool take(Turn& turn, const Pending& pending, const std::string& bytes) {
    if (pending.purpose == Purpose::kShard) {
        return take_shard(turn, pending.file, bytes);
    }
    if (pending.purpose == Purpose::kAnnex) {
        return take_annex(turn);
    }
    const auto json = base::parse_json(bytes);
    if (!json) {
        return false;
    }
    switch (pending.purpose) {
    case Purpose::kCatalog:
        return take_catalog(turn, *json);
    case Purpose::kTexts:
        return take_texts(turn, *json);
    default:
        return annex::take(turn, pending, *json);
    }
}

}  // namespace

void want_guide(Turn& turn, std::string_view id) {
    const site::Teaser* teaser = find_teaser(turn.model.library.catalog->guides, id);
    if (teaser != nullptr && !turn.model.library.guides.contains(teaser->file)) {
        want(turn, teaser->file, Purpose::kGuide);
    }
}

void start(Turn& turn, const Start& start) {
    Model& model = turn.model;
    // Anew where it is: code to move all of it would have no other use.
    std::destroy_at(&model);
    std::construct_at(&model);
    model.language = start.language;
    model.catalog_file = start.catalog;
    model.page = start.page;
    model.first_path = start.path;
    model.online = start.online;
    model.in_browser = start.in_browser;
    model.has_annex = start.has_annex;
    model.keeps = start.keeps;
    model.attaches = start.attaches;
    model.saved = write_session(model.session);
    if (auto session = read_session(start.saved)) {
        model.session = std::move(*session);
        model.saved = start.saved;
        model.told.query = model.session.query.value;
    }
}

void receive_file(Turn& turn, const Pending& pending, const Answered& answered) {
    Model& model = turn.model;
    const bool has_come = answered.status == 200;
    const bool is_read_by_annex =
        pending.purpose == Purpose::kArticle || pending.purpose == Purpose::kGuide;
    if (has_come && is_read_by_annex && !is_whole(model)) {
        model.early.files.emplace_back(pending, answered);
    } else if (has_come && take(turn, pending, answered.body)) {
        model.library.loads.erase(pending.file);
    } else {
        model.library.loads[pending.file] =
            answered.status == 0 ? LoadState::kOffline : LoadState::kFailed;
    }
}

void reload(Turn& turn) {
    std::erase_if(turn.model.library.loads,
                  [](const auto& load) { return load.second != LoadState::kWaiting; });
}

void request_what_is_needed(Turn& turn) {
    Model& model = turn.model;
    if (!model.library.catalog) {
        want(turn, model.catalog_file, Purpose::kCatalog);
        return;
    }
    const site::Catalog& catalog = *model.library.catalog;
    const Route& route = model.session.route;
    if (needs_annex(model)) {
        want(turn, catalog.annex, Purpose::kAnnex);
    }
    if (route.page == Page::kArticle && current_article(model) == nullptr) {
        const site::Teaser* teaser = find_teaser(catalog.articles, route.id);
        want(turn, teaser != nullptr ? teaser->file : std::string(), Purpose::kArticle);
    }
    if (route.page == Page::kGuide) {
        want_guide(turn, route.id);
    }
    if (route.page == Page::kPlace || route.page == Page::kRequest) {
        want(turn, catalog.texts, Purpose::kTexts);
    }
    if (route.page == Page::kContact && model.session.draft.transcript) {
        want_guide(turn, model.session.draft.transcript->guide);
    }
    want_shards(turn, catalog);
}

}  // namespace ventanilla::app
