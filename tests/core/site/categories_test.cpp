#include "core/site/categories.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace ventanilla::site;

namespace {

Teaser teaser(const std::string& id) {
    return {id, "/x/" + id, id, {}, "/data/" + id + ".json"};
}

Catalog spanish() {
    Catalog catalog;
    catalog.categories = {
        {"conexion", "Conexión", 2}, {"facturas", "Facturas", 1}, {"otros", "", 1}};
    catalog.articles = {teaser("cable"), teaser("wifi"), teaser("bill"), teaser("about")};
    return catalog;
}

// Another order, since the categories have other names.
Catalog english() {
    Catalog catalog;
    catalog.categories = {{"bills", "Bills", 1}, {"connection", "Connection", 2}};
    catalog.articles = {teaser("bill"), teaser("cable"), teaser("wifi")};
    return catalog;
}

std::vector<std::string> ids_in(const Catalog& catalog, std::size_t category) {
    std::vector<std::string> ids;
    for (const Teaser& article : articles_in(catalog, catalog.categories[category])) {
        ids.push_back(article.id);
    }
    return ids;
}

}  // namespace

TEST_CASE("a category has its own articles and no others") {
    const Catalog catalog = spanish();
    CHECK(ids_in(catalog, 0) == std::vector<std::string>{"cable", "wifi"});
    CHECK(ids_in(catalog, 1) == std::vector<std::string>{"bill"});
    CHECK(ids_in(catalog, 2) == std::vector<std::string>{"about"});
}

TEST_CASE("the category of an article is found") {
    const Catalog catalog = spanish();
    CHECK(category_of(catalog, "cable")->id == "conexion");
    CHECK(category_of(catalog, "wifi")->id == "conexion");
    CHECK(category_of(catalog, "bill")->id == "facturas");
    CHECK(category_of(catalog, "about")->title.empty());
    CHECK(category_of(catalog, "nothing") == nullptr);
    CHECK(category_of({}, "cable") == nullptr);
}

TEST_CASE("a category is the same in another language where its articles are") {
    const Catalog catalog = spanish();
    const Catalog other = english();
    CHECK(translated(catalog, catalog.categories[0], other)->id == "connection");
    CHECK(translated(catalog, catalog.categories[1], other)->id == "bills");
    CHECK(translated(catalog, catalog.categories[2], other) == nullptr);
}
