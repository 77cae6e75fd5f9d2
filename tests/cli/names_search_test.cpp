// What an article or a guide is called outside of its text, by links and by its address, as the search of the site uses it.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/checked_site.h"
#include "cli/publish/link_texts.h"
#include "cli/share_folder.h"
#include "tests/cli/folders.h"
#include "tests/cli/site_search.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;

namespace {

using Names = std::vector<std::string>;

void add_article(const std::filesystem::path& site, const std::string& id, const std::string& slug,
                 const std::string& title, const std::string& body) {
    test::write_file(site / "articles/es" / (id + ".md"),
                     "---\nid: " + id + "\ntitle: " + title + "\nslug: " + slug +
                         "\nsummary: Lo que hay que saber.\nupdated: 2026-11-03\n---\n\n" + body +
                         "\n");
}

// Cancelling a contract, and an article and a guide that speak of it.
void make_linked_site(const std::filesystem::path& site) {
    test::make_site(site);
    add_article(site, "cancel", "cancelar-rescindir", "Cancelar el contrato",
                "Escríbenos. Y vuelve a [la cancelación](article:cancel).");
    add_article(site, "moving", "mudanza", "Si te mudas",
                "Puedes *[darte de **baja**](article:cancel)* o [Darte de baja](article:cancel) en "
                "[este enlace](article:cancel), o seguir [los pasos](guide:leave).");
    test::write_file(site / "guides/leave.json", R"({
  "id": "leave",
  "start": "done",
  "steps": { "done": { "kind": "outcome", "result": "solved" } }
})");
    test::write_file(site / "guides/leave.es.json", R"({
  "title": "Despedida",
  "summary": "Lo que falta.",
  "steps": { "done": { "title": "Fin", "body": "Pide [romper el acuerdo](article:cancel)." } }
})");
}

}  // namespace

TEST_CASE("an article is called what others call it, once by each, and not what it calls itself") {
    test::TemporaryFolder folder;
    make_linked_site(folder.path());
    const cli::CheckedSite checked = cli::check_site(folder.path(), cli::read_texts("assets"));
    REQUIRE(checked.site.has_value());
    const publish::LinkTexts texts(*checked.site, "es");
    CHECK(texts.leading_to("article:cancel") ==
          Names{"darte de baja", "este enlace", "romper el acuerdo"});
    CHECK(texts.leading_to("guide:leave") == Names{"los pasos"});
    CHECK(texts.leading_to("article:moving").empty());
    CHECK(publish::LinkTexts(*checked.site, "en").leading_to("article:cancel").empty());
}

TEST_CASE(
    "an article that others call \"darte de baja\" is found by that, though it never says so") {
    test::TemporaryFolder folder;
    make_linked_site(folder.path());
    const search::Index index = test::index_at(folder.path());
    CHECK(test::found(index, {.text = "darme de baja"}) == Names{"cancel", "moving"});
    CHECK(test::found(index, {.text = "acuerdo"}) == Names{"leave", "cancel"});
    for (const search::Hit& hit : search::search(index, {.text = "baja"}).hits) {
        const bool says_it = std::ranges::any_of(
            hit.excerpt, [](const search::Run& run) { return run.marked && run.text == "baja"; });
        CHECK(says_it == (hit.id == "article:moving"));
    }
    CHECK(test::found(index, {.text = "enlace"}) == Names{"moving"});
}

TEST_CASE("an article is found by the words of its address") {
    test::TemporaryFolder folder;
    make_linked_site(folder.path());
    const search::Index index = test::index_at(folder.path());
    CHECK(test::found(index, {.text = "rescindir"}) == Names{"cancel"});
    CHECK(test::found(index, {.text = "mudanza"}) == Names{"moving"});
}
