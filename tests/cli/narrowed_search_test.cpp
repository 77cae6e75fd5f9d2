// What an author writes about an article beyond its text, as the search of the site uses it.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/checked_site.h"
#include "cli/publish/edition.h"
#include "cli/share_folder.h"
#include "core/search/index.h"
#include "core/search/query.h"
#include "core/search/shard.h"
#include "tests/cli/folders.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;

namespace {

using List = std::vector<std::string>;

void write_article(const std::filesystem::path& site, const std::string& id,
                   const std::string& more) {
    test::write_file(site / "articles/es" / (id + ".md"),
                     "---\nid: " + id + "\ntitle: Tu router\nslug: p" + id +
                         "\nsummary: Lo que hay que saber.\n" + more + "---\n\nTexto de " + id +
                         ".\n");
}

search::Index index_at(const std::filesystem::path& site) {
    const cli::CheckedSite checked = cli::check_site(site, cli::read_texts("assets"));
    for (const base::Problem& problem : checked.problems) {
        UNSCOPED_INFO(base::to_text(problem));
    }
    REQUIRE(checked.site.has_value());
    publish::FileTable files;
    const publish::Edition edition =
        publish::make_edition(*checked.site, "es", cli::read_texts("assets"),
                              cli::read_synonym_packs("assets"), {}, files);
    const http::StaticFiles table = std::move(files).take();
    auto index = search::Index::open(table.at(edition.catalog.index + search::shard_name(0)).bytes);
    REQUIRE(index.has_value());
    return std::move(*index);
}

List found(const search::Index& index, const search::Query& query) {
    List ids;
    for (const search::Hit& hit : search::search(index, query).hits) {
        ids.push_back(hit.id.substr(hit.id.find(':') + 1));
    }
    return ids;
}

}  // namespace

TEST_CASE("what an author writes about an article narrows, pins and orders what the search finds") {
    test::TemporaryFolder folder;
    test::make_site(folder.path());
    write_article(folder.path(), "a",
                  "category: Aparatos\naudience: [hogar, empresa]\nupdated: 2020-01-01\n");
    write_article(folder.path(), "b",
                  "category: Aparatos\nproduct: fibra\npins: [no puedo entrar]\n"
                  "updated: 2025-01-01\n");
    write_article(folder.path(), "c", "audience: empresa\nupdated: 2025-01-01\n");
    test::write_file(folder.path() / "votes.json",
                     R"({"article:b": {"yes": 1, "no": 90}, "article:c": {"yes": 90, "no": 1}})");
    const search::Index index = index_at(folder.path());

    CHECK(found(index, {.text = "router"}) == List{"c", "a", "b"});
    CHECK(found(index, {.text = "router", .filters = {{"category", {"Aparatos"}}}}) ==
          List{"a", "b"});
    CHECK(found(index, {.text = "router", .filters = {{"audience", {"empresa"}}}}) ==
          List{"c", "a"});
    CHECK(found(index, {.text = "router", .filters = {{"product", {"fibra"}}}}) == List{"b"});
    CHECK(found(index, {.text = "¿Por qué no puedo entrar?"}) == List{"b"});
}
