// What an author writes about an article beyond its text, as the search of the site uses it.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/folders.h"
#include "tests/cli/site_search.h"
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
    const search::Index index = test::index_at(folder.path());

    CHECK(test::found(index, {.text = "router"}) == List{"c", "a", "b"});
    CHECK(test::found(index, {.text = "router", .filters = {{"category", {"Aparatos"}}}}) ==
          List{"a", "b"});
    CHECK(test::found(index, {.text = "router", .filters = {{"audience", {"empresa"}}}}) ==
          List{"c", "a"});
    CHECK(test::found(index, {.text = "router", .filters = {{"product", {"fibra"}}}}) == List{"b"});
    CHECK(test::found(index, {.text = "¿Por qué no puedo entrar?"}) == List{"b"});
}
