#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "core/base/json.h"
#include "core/search/shard.h"
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

HelpOrigin build_searchable() {
    const std::string folder = "/data/es/many/";
    HelpOrigin origin = changed([&](site::Catalog& catalog) { catalog.index = folder; });
    search::ShardId number = 0;
    for (std::string& shard : search::build_shards("es", search::many_entries())) {
        origin.files[folder + search::shard_name(number++)] = std::move(shard);
    }
    return origin;
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
    static const HelpOrigin kSite = build_searchable();
    return kSite;
}

const HelpOrigin& large_site() {
    static const HelpOrigin kSite = build_large();
    return kSite;
}

}  // namespace ventanilla::test
