#include "widget/app/screens/filters.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "widget/app/screens/nodes.h"

namespace ventanilla::app {
namespace {

using search::FacetCount;

constexpr std::uint32_t kWorthNarrowing = 8;  // hits
constexpr std::size_t kMostValues = 6;

// The most frequent ones, in the order of the counts: that is the same for each answer, so that no link changes places.
std::vector<const FacetCount*> values_of(const Model& model, std::size_t facet) {
    const std::string& chosen = model.session.route.filters[facet];
    std::vector<const FacetCount*> values;
    for (const FacetCount& count : model.answer.counts) {
        if (count.facet == kFacets[facet] && (count.entries > 0 || count.value == chosen)) {
            values.push_back(&count);
        }
    }
    while (values.size() > kMostValues) {
        auto rarest = values.end();
        for (auto value = values.begin(); value != values.end(); ++value) {
            const bool is_rarer = rarest == values.end() || (*value)->entries <= (*rarest)->entries;
            if (is_rarer && (*value)->value != chosen) {
                rarest = value;
            }
        }
        values.erase(rarest);
    }
    return values;
}

Node value_link(const Model& model, std::size_t facet, const FacetCount& count) {
    const site::Catalog& catalog = *model.library.catalog;
    Route route = model.session.route;
    const bool chosen = route.filters[facet] == count.value;
    route.filters[facet] = chosen ? "" : count.value;
    Node node = link("filter." + count.facet + "." + count.value,
                     catalog.messages.fill(
                         model.answer.at_least ? "search.filter.at_least" : "search.filter.value",
                         {{"value", count.value}, {"count", std::to_string(count.entries)}}),
                     address_of(catalog, route));
    node.value = chosen ? "true" : "";
    return node;
}

}  // namespace

std::vector<Node> filters(const Model& model) {
    const Route& route = model.session.route;
    const text::Messages& messages = model.library.catalog->messages;
    std::vector<Node> nodes;
    const bool is_typing = model.search_limit == kHitsWhileTyping;
    if (!is_narrowed(route) && (is_typing || model.answer.total < kWorthNarrowing)) {
        return nodes;
    }
    for (std::size_t facet = 0; facet < kFacets.size(); ++facet) {
        const std::vector<const FacetCount*> values = values_of(model, facet);
        if (values.size() < 2 && route.filters[facet].empty()) {
            continue;
        }
        const std::string key = "filter." + std::string(kFacets[facet]);
        Node node;
        node.kind = NodeKind::kFilter;
        node.key = key;
        node.text = messages.text("search." + key);
        for (const FacetCount* value : values) {
            node.children.push_back(value_link(model, facet, *value));
        }
        nodes.push_back(std::move(node));
    }
    return nodes;
}

}  // namespace ventanilla::app
