// tests/cli/site_search.h
//
// The search of a site on disk, as its Spanish edition publishes it.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "cli/checked_site.h"
#include "cli/publish/edition.h"
#include "cli/share_folder.h"
#include "core/search/asking/index.h"
#include "core/search/asking/query.h"
#include "core/search/format/shard.h"

namespace ventanilla::test {

// A small site, whose index is one file.
inline search::Index index_at(const std::filesystem::path& site) {
    const cli::CheckedSite checked = cli::check_site(site, cli::read_texts("assets"));
    for (const base::Problem& problem : checked.problems) {
        UNSCOPED_INFO(base::to_text(problem));
    }
    REQUIRE(checked.site.has_value());
    publish::FileTable files;
    const publish::Edition edition =
        publish::make_edition(*checked.site, "es", cli::read_texts("assets"),
                              cli::read_synonym_packs("assets"), {}, {}, files);
    const http::StaticFiles table = std::move(files).take();
    auto index = search::Index::open(table.at(edition.catalog.index + search::shard_name(0)).bytes);
    REQUIRE(index.has_value());
    return std::move(*index);
}

// The articles' ids, the best first.
inline std::vector<std::string> found(const search::Index& index, const search::Query& query) {
    std::vector<std::string> ids;
    for (const search::Hit& hit : search::search(index, query).hits) {
        ids.push_back(hit.id.substr(hit.id.find(':') + 1));
    }
    return ids;
}

}  // namespace ventanilla::test
