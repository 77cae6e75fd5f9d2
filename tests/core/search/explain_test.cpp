// Why hits stand where they do: nothing of a score is left unexplained.
#include "core/search/asking/explain.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

#include "tests/core/search/sample_index.h"

using namespace ventanilla::search;

namespace {

Explanation why_first(const Index& index, std::string_view text) {
    const Answer answer = search(index, {.text = text});
    REQUIRE_FALSE(answer.hits.empty());
    return explain(index, {.text = text}, answer.hits[0].entry);
}

const WordReason& reason_of(const Explanation& why, std::string_view word) {
    const auto reason = std::find_if(why.words.begin(), why.words.end(),
                                     [&](const WordReason& each) { return each.word == word; });
    if (reason == why.words.end()) {
        throw std::out_of_range("the word is not explained");
    }
    return *reason;
}

// Queries as people type them, each also up to every letter.
std::vector<std::string> queries() {
    std::vector<std::string> queries;
    for (const std::string query :
         {"no tengo interent en casa", "¿Dónde puedo ver mi factura?",
          "camviar contrsaeña del wifi", "ajustar zapote 35", "de la que con",
          "factura factura pdf", "reparar motor recibo", "contrasena", "qwfpgj",
          "contra seña del wifi", "cambiartitular", "\"internet\" lento", "devolvre pedido"}) {
        for (std::size_t end = 1; end <= query.size(); ++end) {
            queries.push_back(query.substr(0, end));
        }
    }
    return queries;
}

}  // namespace

TEST_CASE("the points of every hit's explanation add up to its score") {
    std::size_t explained = 0;
    const Index large = open_whole(build_shards("es", many_entries()));
    const Index small = sample_index();
    for (const Index* index : {&small, &large}) {
        for (const std::string& text : queries()) {
            const Query query{.text = text, .limit = 20};
            for (const Hit& hit : search(*index, query).hits) {
                const Explanation why = explain(*index, query, hit.entry);
                CAPTURE(text, hit.id);
                CHECK(why.score == hit.score);
                CHECK(total(why) == hit.score);
                CHECK(std::any_of(why.words.begin(), why.words.end(), [](const WordReason& word) {
                    return word.fate == WordFate::kFound;
                }));
                ++explained;
            }
        }
    }
    CHECK(explained > 1000);
}

TEST_CASE("an explanation tells what became of each word") {
    const Index index = sample_index();
    const Explanation why = why_first(index, "no tengo interent xyzzyq internet ");
    CHECK(reason_of(why, "no").fate == WordFate::kSaysNothing);
    CHECK(reason_of(why, "tengo").fate == WordFate::kSaysNothing);
    CHECK(reason_of(why, "xyzzyq").fate == WordFate::kNowhere);
    CHECK(reason_of(why, "internet").fate == WordFate::kSaid);
    const WordReason& mended = reason_of(why, "interent");
    CHECK(mended.fate == WordFate::kFound);
    REQUIRE_FALSE(mended.findings.empty());
    CHECK(mended.findings[0].kind == MatchKind::kRepair);
    CHECK(mended.findings[0].edits == 1);
    CHECK(mended.findings[0].word == "internet");
    CHECK(mended.findings[0].in_title);
}

TEST_CASE("an explanation tells the word itself, another form and a word that begins so apart") {
    const Index index = sample_index();
    const Explanation itself = why_first(index, "factura ");
    CHECK(reason_of(itself, "factura").findings.at(0).kind == MatchKind::kWord);
    CHECK(reason_of(itself, "factura").findings.at(0).word == "factura");
    const Explanation form = why_first(index, "facturando ");
    CHECK(reason_of(form, "facturando").findings.at(0).kind == MatchKind::kWord);
    CHECK(reason_of(form, "facturando").findings.at(0).word.starts_with("factura"));
    CHECK(reason_of(form, "facturando").findings.at(0).word != "facturando");
    const Explanation begun = why_first(index, "factu");
    CHECK(reason_of(begun, "factu").findings.at(0).kind == MatchKind::kCompletion);
    CHECK(reason_of(begun, "factu").findings.at(0).word.starts_with("factura"));
}

TEST_CASE("an explanation tells of words that were cut in two or written as one") {
    const Index index = sample_index();
    const Explanation joined = why_first(index, "contra seña ");
    CHECK(std::any_of(joined.words.begin(), joined.words.end(), [](const WordReason& word) {
        return !word.findings.empty() && word.findings[0].kind == MatchKind::kJoined &&
               word.findings[0].word == "contraseña";
    }));
    const Explanation cut = why_first(index, "cambiartitular ");
    const auto& findings = reason_of(cut, "cambiartitular").findings;
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].kind == MatchKind::kPart);
    CHECK(findings[0].word == "cambiar");
    CHECK(findings[1].word == "titular");
}

TEST_CASE("a word that an entry lacks costs it points, and is named") {
    const Index index = sample_index();
    const Query query{.text = "factura internet "};
    const Answer answer = search(index, query);
    const auto lacks = std::find_if(answer.hits.begin(), answer.hits.end(), [&](const Hit& hit) {
        return reason_of(explain(index, query, hit.entry), "internet").fate == WordFate::kNotHere;
    });
    REQUIRE(lacks != answer.hits.end());
    const Explanation why = explain(index, query, lacks->entry);
    CHECK(why.missing < 0);
    CHECK(reason_of(why, "internet").points == 0);
    CHECK(reason_of(why, "factura").points > 0);
}

TEST_CASE("what a query does not find has no points") {
    const Index index = sample_index();
    CHECK(total(explain(index, {.text = "qwfpgj"}, 0)) == 0);
    CHECK(explain(index, {.text = "factura", .language = "en"}, 0).score == 0);
    CHECK(explain(index, {.text = "factura"}, 1'000'000).score == 0);
}
