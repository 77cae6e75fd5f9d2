// Opens any bytes as an index and uses all that opens. The first byte says how to cut the input: the root and a
// query; the checksum is put right, so that what lies behind it is reached.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/search/asking/query.h"
#include "core/search/format/shard.h"
#include "core/text/utf8.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

namespace {

void check(const search::Answer& answer) {
    REQUIRE(answer.hits.size() <= 50);
    for (const search::Hit& hit : answer.hits) {
        REQUIRE(hit.score > 0);
        for (const auto* runs : {&hit.title, &hit.excerpt}) {
            for (const search::Run& run : *runs) {
                REQUIRE(text::is_valid_utf8(run.text) && !run.text.empty());
            }
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::string_view query = input.substr(0, data[0] % 32);
    std::string bytes(input.substr(query.size()));
    std::string shard = bytes;
    search::reseal(bytes);
    auto index = search::Index::open(std::move(bytes));
    if (!index) {
        return 0;
    }
    for (const std::string_view text :
         {query, std::string_view("factura interent"), query.substr(0, 2)}) {
        check(search::search(*index, {.text = text, .limit = 50}));
    }
    const search::Answer narrowed = search::search(
        *index, {.text = query, .filters = {{"category", {"conexion", "c"}}}, .counts = true});
    check(narrowed);
    REQUIRE(narrowed.total <= index->entry_count());
    for (const search::FacetCount& count : narrowed.counts) {
        REQUIRE(count.entries <= index->entry_count());
    }
    // The same bytes as another shard: behind the header, whatever number they say.
    search::reseal(shard);
    const auto opened = search::open_shard(shard);
    for (const search::ShardId number :
         {opened->header.shard, search::ShardId{1}, search::ShardId{2}}) {
        (void)index->add(number, search::make_shard({opened->header.index_id, number},
                                                    input.substr(query.size())));
    }
    check(search::search(*index, {.text = query, .limit = 50}));
    return 0;
}
