#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "core/base/json.h"
#include "core/search/format/shard.h"
#include "core/site/address.h"
#include "core/site/catalog.h"
#include "tests/core/search/sample_index.h"
#include "tests/widget/app/host.h"

namespace ventanilla::test {
namespace {

// The small site with another catalog.
HelpOrigin changed(const std::function<void(site::Catalog&)>& change) {
    HelpOrigin origin = small_site();
    std::string& file = origin.files.at(origin.catalog);
    auto catalog = site::catalog_from_json(*base::parse_json(file));
    REQUIRE(catalog.has_value());
    change(*catalog);
    file = base::write_json(site::to_json(*catalog));
    return origin;
}

HelpOrigin with_index(const std::vector<search::Entry>& entries) {
    const std::string folder = "/data/es/other/";
    HelpOrigin origin = changed([&](site::Catalog& catalog) { catalog.index = folder; });
    search::ShardId number = 0;
    for (std::string& shard : search::build_shards("es", entries)) {
        origin.files[folder + search::shard_name(number++)] = std::move(shard);
    }
    return origin;
}

std::vector<search::Entry> sorted_entries() {
    std::vector<search::Entry> entries;
    for (int i = 0; i < 24; ++i) {
        const std::string number = std::to_string(10 + i);
        entries.push_back({.id = "article:" + number,
                           .url = "/es/articulos/" + number,
                           .title = "Ajustar el router " + number,
                           .summary = i < 5 ? "Cómo se mueve la antena." : "",
                           .tags = {},
                           .sections = {{"", "", "Mira la luz."}},
                           .facets = {{"audience", {"Hogar"}},
                                      {"category", {"Tema " + std::to_string(i % 7 + 1)}},
                                      {"product", {i < 12 ? "Fibra" : "Móvil"}}}});
    }
    return entries;
}

HelpOrigin build_large() {
    constexpr int kMany = 120;
    return changed([&](site::Catalog& catalog) {
        for (int i = 1; i <= kMany; ++i) {
            const std::string number = std::to_string(1000 + i).substr(1);
            const std::string id = "antiguo-" + number;
            catalog.articles.push_back({id, site::article_address("es", catalog.messages, id),
                                        "Aparato " + number, "Ya no se vende.",
                                        "/data/es/articles/" + id + ".json"});
        }
        catalog.categories.push_back({"antiguos", "Antiguos", kMany});
    });
}

}  // namespace

const HelpOrigin& searchable_site() {
    static const HelpOrigin kSite = with_index(search::many_entries());
    return kSite;
}

const HelpOrigin& sorted_site() {
    static const HelpOrigin kSite = with_index(sorted_entries());
    return kSite;
}

const HelpOrigin& large_site() {
    static const HelpOrigin kSite = build_large();
    return kSite;
}

HelpOrigin annexed_site() {
    const std::string annex = "/widget/annex-es.wasm";
    HelpOrigin origin = changed([&](site::Catalog& catalog) { catalog.annex = annex; });
    origin.files[annex] = "";
    return origin;
}

}  // namespace ventanilla::test
