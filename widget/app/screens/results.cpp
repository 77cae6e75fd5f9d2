#include <algorithm>
#include <functional>

#include "core/site/address.h"
#include "core/site/categories.h"
#include "widget/app/found.h"
#include "widget/app/screens/filters.h"
#include "widget/app/screens/nodes.h"
#include "widget/app/screens/screens.h"

namespace ventanilla::app {
namespace {

// Whether the excerpt has something of the query. One that has nothing is only how the article begins.
bool shows_why(const search::Hit& hit) {
    return std::any_of(hit.excerpt.begin(), hit.excerpt.end(), std::mem_fn(&search::Run::marked));
}

// "Conexión › Las luces del router", or what there is of it.
std::string trail_of(const site::Catalog& catalog, const search::Hit& hit) {
    constexpr std::string_view kArticle = "article:";
    const site::Category* category =
        hit.id.starts_with(kArticle)
            ? site::category_of(catalog, std::string_view(hit.id).substr(kArticle.size()))
            : nullptr;
    const std::string above = category != nullptr ? category->title : std::string();
    const std::string section = shows_why(hit) ? hit.section : std::string();
    if (above.empty() || section.empty()) {
        return above + section;
    }
    return catalog.messages.fill("search.trail", {{"category", above}, {"section", section}});
}

// A list of hits, page by page no longer than a customer reads. Each leads to the section that its excerpt is from.
std::vector<Node> hit_items(const site::Catalog& catalog, const search::Answer& answer) {
    std::vector<Node> items;
    for (const search::Hit& hit : answer.hits) {
        Node item = hit_item("hit." + hit.id, hit);
        item.value = trail_of(catalog, hit);
        item.detail = hit.excerpt;
        if (!hit.anchor.empty() && shows_why(hit)) {
            item.href += "#" + hit.anchor;
        }
        items.push_back(std::move(item));
    }
    return items;
}

// What was understood, and the way to what was written: in quotes a query is taken as it is.
void add_correction(const Model& model, std::vector<Node>& nodes) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    if (model.answer.corrected.empty()) {
        return;
    }
    std::string written = model.answered;
    std::replace(written.begin(), written.end(), '"', ' ');
    nodes.push_back(group(
        "correction", {},
        nodes_of(text_node("search.corrected",
                           messages.fill("search.corrected", {{"query", model.answer.corrected}})),
                 link("search.exactly",
                      messages.fill("search.exactly", {{"query", model.answered}}),
                      site::search_address(catalog.language, messages, "\"" + written + "\"")))));
}

bool index_failed(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    if (catalog.index.empty()) {
        return true;
    }
    const auto load = model.library.loads.find(shard_file(catalog, 0));
    return load != model.library.loads.end() && load->second != LoadState::kWaiting;
}

// What leads on when nothing, or nothing yet, was found.
Node ways_on(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    return titled_list("guides", catalog.messages.text("home.guides"), guide_items(catalog));
}

}  // namespace

Screen results_screen(const Model& model) {
    const site::Catalog& catalog = *model.library.catalog;
    const text::Messages& messages = catalog.messages;
    std::vector<Node> nodes = nodes_of(search_box(model));
    append(nodes, notice_nodes(model));
    const bool nothing_found = model.answer.hits.empty();
    const bool parts_failed = !model.searching && !model.answer.wanted.empty();
    if ((nothing_found && parts_failed) || (!model.library.index && index_failed(model))) {
        nodes.push_back(notice("search.failed", Tone::kWarning, messages.text("search.failed")));
        nodes.push_back(action("reload", messages.text("action.retry"), Press{Command::kReload}));
        nodes.push_back(ways_on(model));
    } else if (!model.library.index || (nothing_found && model.searching)) {
        nodes.push_back(progress("search.waiting", messages.text("search.waiting")));
    } else if (nothing_found) {
        append(nodes, filters(model));
        nodes.push_back(text_node("search.none", app::nothing_found(model)));
        nodes.push_back(ways_on(model));
    } else {
        append(nodes, filters(model));
        add_correction(model, nodes);
        nodes.push_back(text_node("search.count", count_of_hits(model)));
        nodes.push_back(
            list("hits", messages.text("search.results"), hit_items(catalog, model.answer)));
        if (parts_failed) {
            nodes.push_back(
                notice("search.partly", Tone::kWarning, messages.text("search.partly")));
            nodes.push_back(
                action("reload", messages.text("action.retry"), Press{Command::kReload}));
        }
    }
    return {ScreenId::kResults, catalog.language, messages.text("search.title"), way_to_form(model),
            std::move(nodes)};
}

}  // namespace ventanilla::app
