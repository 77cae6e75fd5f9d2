// Bytes that somebody made up: they fail to open, or what opens answers. Run under the sanitizers too.
#include <catch2/catch_test_macros.hpp>
#include <cstdint>

#include "core/search/format/bytes.h"
#include "core/search/format/shard.h"
#include "tests/core/search/sample_index.h"

using namespace ventanilla::search;

namespace {

// The sample with all that a root can say about entries.
std::vector<Entry> told_entries() {
    std::vector<Entry> entries = sample_entries();
    for (Entry& entry : entries) {
        entry.facets = {{"category", {entry.id.substr(0, 1)}}, {"product", {"fibra", "móvil"}}};
    }
    entries[0].pins = {"factura", "no puedo entrar"};
    entries[1].votes = {.yes = 9, .no = 1};
    entries[2].updated = "2026-01-02";
    entries[3].updated = "2016-01-02";
    Entry copy = entries[0];
    copy.id = "copia";
    entries.push_back(copy);
    return entries;
}

// Opens the bytes as shard 0 with a right checksum, and uses all that opens. Returns whether it opened.
bool use(std::string bytes, const std::vector<std::string>& shards) {
    reseal(bytes);
    auto index = Index::open(std::move(bytes));
    if (!index) {
        return false;
    }
    for (ShardId shard = 1; shard < index->shard_count() && shard < shards.size(); ++shard) {
        (void)index->add(shard, shards[shard]);
    }
    for (const std::string_view text : {"no tengo interent", "factura", "c", "contrasena año"}) {
        const Answer answer = search(*index, {.text = text, .limit = 50});
        CHECK(answer.hits.size() <= 50);
        const Answer narrowed = search(
            *index,
            {.text = text, .limit = 50, .filters = {{"product", {"fibra"}}}, .counts = true});
        CHECK(narrowed.total <= index->entry_count());
    }
    return true;
}

std::uint32_t next_random(std::uint32_t& state) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

}  // namespace

TEST_CASE("an index with any one byte changed fails to open or still answers") {
    const auto shards = build_shards("es", told_entries());
    std::size_t opened = 0;
    for (std::size_t at = 16; at < shards[0].size(); ++at) {
        for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF, shards[0][at] + 1}) {
            std::string changed = shards[0];
            changed[at] = static_cast<char>(value);
            opened += use(std::move(changed), shards) ? 1U : 0U;
        }
    }
    // Letters of titles may change without harm; an index that never opened would prove nothing.
    CHECK(opened > 100);
}

TEST_CASE("an index with many changes fails to open or still answers") {
    const auto shards = build_shards("es", told_entries());
    std::uint32_t state = 2463534242;
    for (int round = 0; round < 4000; ++round) {
        std::string changed = shards[0];
        const std::uint32_t changes = next_random(state) % 8;
        for (std::uint32_t i = 0; i <= changes; ++i) {
            const std::size_t at = 16 + next_random(state) % (changed.size() - 16);
            switch (next_random(state) % 4) {
            case 0:
                changed[at] = static_cast<char>(next_random(state));
                break;
            case 1:
                changed.erase(at, next_random(state) % 9);
                break;
            case 2:
                changed.insert(at, next_random(state) % 9, static_cast<char>(next_random(state)));
                break;
            default:
                changed.replace(at, 5, "\xFF\xFF\xFF\xFF\x0F");
                break;
            }
        }
        use(std::move(changed), shards);
    }
    SUCCEED();
}

TEST_CASE("counts that promise more than the bytes hold are refused before anything is reserved") {
    for (const std::uint32_t count : {0xFFFFFFFFU, 0x7FFFFFFFU, 0x10000000U}) {
        // Entries, records a shard, ranges, words, terms: one of them is a lie, and none the last time.
        for (int lie = 0; lie < 6; ++lie) {
            std::string body;
            append_string(body, "es");
            append_varint(body, lie == 0 ? count : 1);
            append_varint(body, lie == 1 ? count : 0);
            append_varint(body, lie == 2 ? count : 0);
            for (int empty = 0; empty < 6; ++empty) {
                append_string(body, "");
            }
            append_varint(body, lie == 3 ? count : 1);
            append_varint(body, lie == 4 ? count : 1);
            append_string(body, std::string_view("\x00\x01", 2));
            append_string(body, "a");
            append_string(body, std::string_view("\0", 1));
            append_string(body, std::string_view("\1\0\0\1\0\1", 6));
            append_varint(body, 1);
            append_string(body, std::string_view("\0\1x\0\0\0", 6));
            CHECK(use(make_shard({1, 0}, body), {}) == (lie == 5));
        }
    }
}
