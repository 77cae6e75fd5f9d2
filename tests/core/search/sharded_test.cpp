// An index in many shards: what a visitor fetches, and that it makes no difference to what she finds.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "core/search/asking/index_data.h"
#include "tests/core/search/sample_index.h"

using namespace ventanilla::search;

namespace {

const std::vector<std::string>& shards() {
    static const std::vector<std::string> kShards = build_shards("es", many_entries());
    return kShards;
}

struct Visit {
    Index index;
    std::set<ShardId> fetched;

    Visit() : index(std::move(*Index::open(shards()[0]))) {}

    // Fetches what is wanted until nothing is.
    Answer ask(const Query& query) {
        Answer answer = search(index, query);
        while (!answer.wanted.empty()) {
            for (const ShardId shard : answer.wanted) {
                REQUIRE(fetched.insert(shard).second);
                REQUIRE_FALSE(index.add(shard, shards().at(shard)));
            }
            answer = search(index, query);
        }
        return answer;
    }
};

constexpr std::array<std::string_view, 9> kQueries = {"ajustar zapote",
                                                      "zapote 35",
                                                      "reparar motor recibo",
                                                      "devolvre pedido",
                                                      "tornilo",
                                                      "cambiar el cabl",
                                                      "c",
                                                      "qwfpgj",
                                                      "de la que con"};

}  // namespace

TEST_CASE("a large index is cut into shards, and its root finds nothing by itself") {
    CHECK(shards().size() > 20);
    auto index = Index::open(shards()[0]);
    REQUIRE(index);
    CHECK(index->shard_count() == shards().size());
    CHECK(index->entry_count() == 1500);
    const Answer answer = search(*index, {.text = "zapote"});
    CHECK(answer.hits.empty());
    CHECK(answer.wanted.size() == 1);
}

TEST_CASE("a query fetches a shard or two for each of its words, and no shard twice") {
    Visit visit;
    const Answer answer = visit.ask({.text = "ajustar zapote", .limit = 5});
    REQUIRE(answer.hits.size() == 5);
    CHECK(shown(answer.hits[0].title).starts_with("[Ajustar] el [zapote]"));
    CHECK_FALSE(answer.hits[0].excerpt.empty());
    CHECK(visit.fetched.size() <= 4);
}

TEST_CASE("records are fetched for the hits that are shown, and for no others") {
    Visit visit;
    const Answer none = visit.ask({.text = "zapote", .limit = 50, .shown = 0});
    CHECK(none.hits.size() == 50);
    CHECK(visit.fetched.size() == 1);
    CHECK(std::ranges::all_of(none.hits, [](const Hit& hit) { return hit.title.empty(); }));
    const Answer all = visit.ask({.text = "zapote", .limit = 50, .shown = 50});
    REQUIRE(all.hits.size() == 50);
    for (std::size_t i = 0; i < all.hits.size(); ++i) {
        CHECK(all.hits[i].entry == none.hits[i].entry);
        CHECK_FALSE(all.hits[i].id.empty());
        CHECK_FALSE(all.hits[i].title.empty());
    }
}

TEST_CASE(
    "a letter after other words is worth no download while she types, and one when she has done") {
    const auto fetched_for = [](const Query& query) {
        Visit visit;
        visit.ask(query);
        return visit.fetched.size();
    };
    const std::size_t before = fetched_for({.text = "zapote ", .shown = 0});
    CHECK(fetched_for({.text = "zapote q", .shown = 0, .typing = true}) == before);
    CHECK(fetched_for({.text = "zapote q", .shown = 0}) > before);
    CHECK(fetched_for({.text = "q", .shown = 0, .typing = true}) > 0);
}

TEST_CASE("what else is loaded changes no answer") {
    const Index whole = open_whole(shards());
    Visit session;
    for (const std::string_view text : kQueries) {
        const Query query{.text = text, .limit = 10};
        const Answer fresh = Visit().ask(query);
        const Answer later = session.ask(query);
        const Answer local = search(whole, query);
        CHECK(local.wanted.empty());
        REQUIRE(fresh.hits.size() == local.hits.size());
        REQUIRE(later.hits.size() == local.hits.size());
        for (std::size_t i = 0; i < local.hits.size(); ++i) {
            for (const Answer* other : {&fresh, &later}) {
                CHECK(other->hits[i].id == local.hits[i].id);
                CHECK(other->hits[i].score == local.hits[i].score);
                CHECK(other->hits[i].title == local.hits[i].title);
                CHECK(other->hits[i].excerpt == local.hits[i].excerpt);
            }
        }
    }
}

TEST_CASE("the first letters find what most articles are about with one shard") {
    Visit visit;
    const Answer answer = visit.ask({.text = "z", .limit = 5, .shown = 0});
    CHECK(answer.hits.size() == 5);
    CHECK(visit.fetched.size() == 1);
    CHECK(shown(visit.ask({.text = "z", .limit = 5}).hits[0].title).find("[zapote]") !=
          std::string::npos);
}

TEST_CASE("a typo in a frequent word is mended from what the root knows") {
    Visit visit;
    const Answer answer = visit.ask({.text = "zaopte ", .limit = 3});
    REQUIRE_FALSE(answer.hits.empty());
    CHECK(shown(answer.hits[0].title).find("[zapote]") != std::string::npos);
    Visit early;
    CHECK_FALSE(early.ask({.text = "ozrnillo tornillo ", .limit = 3}).hits.empty());
}

TEST_CASE("a rare word of which the first letters are wrong is found by its ending, with two "
          "shards more") {
    const std::string rare = "talisman";
    const std::string typed = "xalisman";
    Visit visit;
    const Answer answer = visit.ask({.text = typed + " "});
    REQUIRE_FALSE(answer.hits.empty());
    CHECK(ids(answer) == ids(Visit().ask({.text = rare + " "})));
    CHECK(answer.corrected == "talismán ");
    CHECK(visit.fetched.size() <= 4);
}

TEST_CASE("every word of every article is found in the shard that the root names for it") {
    const Index whole = open_whole(shards());
    const Index::Data& data = whole.data();
    std::size_t words = 0;
    for (ShardId shard = 1; shard <= data.directory.ranges().size(); ++shard) {
        for (auto cursor = data.part(shard)->dictionary.begin(); cursor.valid(); cursor.next()) {
            REQUIRE(data.shard_of_word(cursor.word()) == shard);
            ++words;
        }
    }
    CHECK(words > 1000);
    for (EntryId entry = 0; entry < data.entries; ++entry) {
        REQUIRE(data.part(data.shard_of_record(entry))->records.find(entry));
    }
}

TEST_CASE("a shard of words with changes is refused or answers") {
    const ShardId shard = 1;
    for (std::size_t at = 16; at < shards()[shard].size(); at += 3) {
        auto index = Index::open(shards()[0]);
        REQUIRE(index);
        std::string changed = shards()[shard];
        changed[at] = static_cast<char>(changed[at] ^ (at % 2 == 0 ? 0x80 : 0x01));
        reseal(changed);
        const auto fault = index->add(shard, changed);
        CHECK(fault.has_value() != index->holds(shard));
        CHECK(search(*index, {.text = "ajustar 1"}).hits.size() <= 50);
    }
}

namespace {

// Many are about a receipt; the last twenty, which are of another product, only mention one.
std::vector<Entry> narrow_entries() {
    std::vector<Entry> entries = many_entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool is_rare = i >= 1480;
        entries[i].title = (i < 1200 ? "Recibo " : "Otro ") + entries[i].title;
        entries[i].facets = {{"product", {is_rare ? "raro" : "común"}}};
        if (is_rare) {
            entries[i].sections[0].text += "Con recibo " + std::to_string(i) + ".";
        }
    }
    entries[3].pins = {"zapote pedido"};
    return entries;
}

}  // namespace

TEST_CASE("a filter finds the few that it lets through, however many others match better") {
    const auto narrow = build_shards("es", narrow_entries());
    REQUIRE(narrow.size() > 20);
    const Index index = open_whole(narrow);
    const Answer all = search(index, {.text = "recibo "});
    CHECK(all.at_least);
    CHECK(all.total > 500);
    CHECK(all.total < 1500);
    const Answer rare = search(index, {.text = "recibo ", .filters = {{"product", {"raro"}}}});
    CHECK(rare.hits.size() == 8);
    CHECK(rare.at_least);
    CHECK_FALSE(search(index, {.text = "1484"}).at_least);
}

TEST_CASE(
    "the record of a pinned entry is fetched like others, and a category is shown from the root") {
    const auto narrow = build_shards("es", narrow_entries());
    auto index = Index::open(narrow[0]);
    REQUIRE(index);
    const auto ask = [&](const Query& query) {
        Answer answer = search(*index, query);
        for (int round = 0; round < 3 && !answer.wanted.empty(); ++round) {
            for (const ShardId shard : answer.wanted) {
                REQUIRE_FALSE(index->add(shard, narrow.at(shard)));
            }
            answer = search(*index, query);
        }
        CHECK(answer.wanted.empty());
        return answer;
    };
    const Answer counted = search(*index, {.text = "", .counts = true});
    CHECK(counted.wanted.empty());
    CHECK(counted.counts ==
          std::vector<FacetCount>{{"product", "común", 1480}, {"product", "raro", 20}});
    const Answer rare = ask({.text = "", .limit = 3, .filters = {{"product", {"raro"}}}});
    REQUIRE(rare.hits.size() == 3);
    CHECK(shown(rare.hits[0].title).starts_with("Otro "));
    const Answer pinned = ask({.text = "pedido de zapote", .limit = 3});
    REQUIRE(pinned.hits.size() == 3);
    CHECK(pinned.hits[0].id == "a3");
    CHECK(pinned.hits[0].pinned);
    CHECK_FALSE(pinned.hits[0].title.empty());
}
