// What other entries call one: the texts of the links that lead to it.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/asking/explain.h"
#include "tests/core/search/sample_index.h"

using namespace ventanilla::search;

namespace {

// The sample's article on changing the holder, as others call it.
std::vector<std::string> shards_with(std::string_view language,
                                     const std::vector<std::string>& link_texts) {
    std::vector<Entry> entries = sample_entries();
    const auto holder = std::ranges::find(entries, "cambio-titular", &Entry::id);
    REQUIRE(holder != entries.end());
    holder->link_texts = link_texts;
    return build_shards(language, entries);
}

Index index_with(const std::vector<std::string>& link_texts) {
    return open_whole(shards_with("es", link_texts));
}

}  // namespace

TEST_CASE("an article is found by what others call it, and shows nothing but its own words") {
    CHECK(ids(index_with({}), "traspasar la línea").empty());

    const Index index = index_with({"traspasar la línea"});
    const Answer answer = search(index, {.text = "traspasar la línea"});
    REQUIRE(ids(answer) == std::vector<std::string>{"cambio-titular"});
    CHECK(shown(answer.hits[0].title) == "Cambiar el titular del contrato");
    CHECK(shown(answer.hits[0].excerpt) ==
          "Necesitas el documento del nuevo titular. La factura siguiente llega a su nombre.");

    const Explanation why = explain(index, {.text = "traspasar la línea"}, answer.hits[0].entry);
    REQUIRE(why.words.size() == 3);
    CHECK(why.words[0].fate == WordFate::kFound);
    CHECK_FALSE(why.words[0].findings.at(0).in_title);
    CHECK(total(why) == answer.hits[0].score);
}

TEST_CASE("what many call an article counts more than what one does") {
    const auto points = [](const std::vector<std::string>& link_texts) {
        const Answer answer = search(index_with(link_texts), {.text = "línea"});
        REQUIRE(ids(answer) == std::vector<std::string>{"cambio-titular"});
        return answer.hits[0].score;
    };
    CHECK(points({"la línea", "traspasar la línea", "otra línea"}) >
          points({"la línea", "traspasar", "otro"}));
}

TEST_CASE("a link that does not say where it leads teaches nothing") {
    struct Row {
        std::string_view language;
        std::vector<std::string> link_texts;
    };
    for (const auto& [language, link_texts] : std::vector<Row>{
             {"es",
              {"aquí", "Aquí.", "este artículo", "leer más", "haz clic aquí", "cómo funciona",
               "la guía siguiente"}},
             {"en", {"here", "this article", "Read more", "see how it works", "click this link"}},
             {"pt", {"aqui", "este artigo", "saiba mais", "clique aqui", "nesta página"}},
             {"es",
              {"", " ", "https://example.com/linea", "www.example.com", "example.com/linea",
               "\nhttps://example.com\n"}},
         }) {
        const std::vector<std::string> without = shards_with(language, {});
        for (const std::string& text : link_texts) {
            CAPTURE(language, text);
            CHECK((shards_with(language, {text}) == without));
        }
    }
}

TEST_CASE("of a link that says more, the words that say nothing find nothing") {
    const Index index = index_with({"este artículo sobre la línea"});
    CHECK(ids(index, "línea ") == std::vector<std::string>{"cambio-titular"});
    CHECK(ids(index, "sobre ").empty());
}

TEST_CASE("an article with the words in its title stays before those that are only called so") {
    const Index index = index_with(std::vector<std::string>(30, "comunicar una avería"));
    for (const std::string_view query : {"comunicar una avería", "avería", "comunicar"}) {
        CAPTURE(query);
        CHECK(ids(index, query) == std::vector<std::string>{"averia", "cambio-titular"});
    }
}
