#include "core/search/asking/index.h"

#include <catch2/catch_test_macros.hpp>
#include <thread>

#include "core/search/format/bytes.h"
#include "core/search/format/shard.h"
#include "tests/core/search/sample_index.h"

using namespace ventanilla::search;

namespace {

IndexFault fault_of(std::string bytes) {
    auto index = Index::open(std::move(bytes));
    REQUIRE_FALSE(index);
    return index.error();
}

}  // namespace

TEST_CASE("an index knows its language, its entries and its shards") {
    const auto shards = build_shards("es", many_entries());
    auto index = Index::open(shards[0]);
    REQUIRE(index);
    CHECK(index->language() == "es");
    CHECK(index->entry_count() == 1500);
    CHECK(index->shard_count() == shards.size());
    CHECK(index->holds(0));
    CHECK_FALSE(index->holds(1));
    CHECK_FALSE(index->holds(99'999));
}

TEST_CASE("a small index is one shard") {
    const auto shards = build_shards("es", sample_entries());
    CHECK(shards.size() == 1);
    auto index = Index::open(shards[0]);
    REQUIRE(index);
    CHECK(index->shard_count() == 1);
    const Answer answer = search(*index, {.text = "factura"});
    CHECK(answer.wanted.empty());
    CHECK(answer.hits.size() == 2);
}

TEST_CASE("the same entries in the same order give the same bytes") {
    CHECK(build_shards("es", sample_entries()) == build_shards("es", sample_entries()));
    CHECK(build_shards("es", many_entries()) == build_shards("es", many_entries()));
}

TEST_CASE("the bytes are the same however the work is shared out") {
    const auto from_both_ends = [](std::size_t count,
                                   const std::function<void(std::size_t)>& round) {
        std::thread other([&] {
            for (std::size_t i = count; i-- > count / 2;) {
                round(i);
            }
        });
        for (std::size_t i = 0; i < count / 2; ++i) {
            round(i);
        }
        other.join();
    };
    const auto last_first = [](std::size_t count, const std::function<void(std::size_t)>& round) {
        for (std::size_t i = count; i-- > 0;) {
            round(i);
        }
    };
    const std::vector<std::string> shards = build_shards("es", many_entries());
    for (const ventanilla::base::ForEach& for_each :
         {ventanilla::base::ForEach(from_both_ends), ventanilla::base::ForEach(last_first)}) {
        IndexBuilder builder("es");
        for (const Entry& entry : many_entries()) {
            builder.add(entry);
        }
        CHECK(std::move(builder).finish(for_each) == shards);
    }
}

TEST_CASE("an index of nothing opens and finds nothing") {
    const auto shards = build_shards("es", {});
    CHECK(shards.size() == 1);
    auto index = Index::open(shards[0]);
    REQUIRE(index);
    CHECK(index->entry_count() == 0);
    CHECK(search(*index, {.text = "factura"}).hits.empty());
}

TEST_CASE("an entry with an id that is taken is refused") {
    IndexBuilder builder("es");
    Entry entry = sample_entries()[0];
    CHECK(builder.add(entry));
    entry.title = "Otro";
    CHECK_FALSE(builder.add(entry));
    const auto shards = std::move(builder).finish();
    auto index = Index::open(shards[0]);
    REQUIRE(index);
    CHECK(index->entry_count() == 1);
    CHECK(ids(*index, "otro").empty());
}

TEST_CASE("entries with nothing in them, or with bytes that are no text, can be indexed") {
    const Index index = open_whole(build_shards(
        "es", {{.id = "0", .url = "", .title = "", .summary = "", .tags = {}, .sections = {}},
               {.id = "x\xFF",
                .url = "\xC3",
                .title = "Factura \xF0\x9F",
                .summary = "",

                .tags = {""},
                .sections = {{"", "", std::string("a\0b", 3)}, {"\x80", "", ""}}}}));
    CHECK(index.entry_count() == 2);
    const Answer answer = search(index, {.text = "factura"});
    REQUIRE(answer.hits.size() == 1);
    CHECK(answer.hits[0].id == "x\uFFFD");
}

TEST_CASE("bytes that are no index are an error") {
    CHECK(fault_of("") == IndexFault::kNotAnIndex);
    CHECK(fault_of("<!doctype html><title>404</title>") == IndexFault::kNotAnIndex);
    CHECK(fault_of("VTNX") == IndexFault::kBroken);
}

TEST_CASE("an index of another version is told from a broken one") {
    std::string bytes = build_shards("es", sample_entries())[0];
    bytes[4] = 99;
    CHECK(fault_of(bytes) == IndexFault::kWrongVersion);
}

TEST_CASE("a truncated index is an error, wherever it was cut") {
    const std::string whole = build_shards("es", sample_entries())[0];
    for (std::size_t size = 0; size < whole.size(); ++size) {
        std::string cut = whole.substr(0, size);
        REQUIRE_FALSE(Index::open(cut));
        reseal(cut);
        REQUIRE_FALSE(Index::open(cut));
    }
    CHECK_FALSE(Index::open(whole + '\0'));
}

TEST_CASE("a changed byte anywhere is noticed") {
    const std::string whole = build_shards("es", sample_entries())[0];
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x20);
        if (Index::open(changed)) {
            FAIL("byte " << at);
        }
    }
}

TEST_CASE("an entry without an id is refused") {
    IndexBuilder builder("es");
    CHECK_FALSE(builder.add(
        {.id = " ", .url = "", .title = "X", .summary = "", .tags = {}, .sections = {}}));
}

TEST_CASE("a shard of another index, or under another number, is refused and the index goes on") {
    const auto shards = build_shards("es", many_entries());
    auto entries = many_entries();
    entries[0].sections[0].text += "Y una zanahoria.";
    const auto others = build_shards("es", entries);
    auto index = Index::open(shards[0]);
    REQUIRE(index);
    CHECK(index->add(1, others[1]) == IndexFault::kWrongShard);
    CHECK(index->add(0, shards[1]) == IndexFault::kWrongShard);
    CHECK(index->add(99'999, shards[1]) == IndexFault::kWrongShard);
    CHECK(index->add(1, "not a shard") == IndexFault::kNotAnIndex);
    CHECK(index->add(1, shards[1].substr(0, shards[1].size() - 1)) == IndexFault::kBroken);
    CHECK_FALSE(index->holds(1));
    CHECK_FALSE(index->add(1, shards[1]));
    CHECK_FALSE(index->add(1, shards[1]));
    CHECK(index->holds(1));
    CHECK(Index::open(shards[1]).error() == IndexFault::kWrongShard);
    CHECK_FALSE(search(*index, {.text = "zapote"}).wanted.empty());
}

TEST_CASE("an index can be moved and still answers") {
    Index index = sample_index();
    Index moved = std::move(index);
    CHECK_FALSE(ids(moved, "factura").empty());
    moved = sample_index();
    CHECK_FALSE(ids(moved, "factura").empty());
}

TEST_CASE("every fault has a sentence") {
    for (const IndexFault fault : {IndexFault::kNotAnIndex, IndexFault::kWrongVersion,
                                   IndexFault::kBroken, IndexFault::kWrongShard}) {
        CHECK_FALSE(to_text(fault).empty());
    }
}
