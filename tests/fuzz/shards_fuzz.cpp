// Spoils an index that was built as always, and uses what still opens: the input is a query and a list of edits, which are
// made in the root and in the shards that the query wants. Checksums are put right, so that what lies behind them is reached;
// whatever the format is, most of each file is as the builder wrote it.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/asking/explain.h"
#include "core/search/asking/query.h"
#include "core/search/building/builder.h"
#include "core/search/format/shard.h"
#include "core/text/utf8.h"
#include "tests/fuzz/require.h"

using namespace ventanilla;

namespace {

constexpr int kRounds = 8;  // of fetching what is wanted

// Takes bytes from the front; zeros when none are left.
class Script {
public:
    Script(const std::uint8_t* data, std::size_t size)
        : bytes_(reinterpret_cast<const char*>(data), size) {}

    std::size_t byte() {
        const std::string_view taken = take(1);
        return taken.empty() ? 0 : static_cast<unsigned char>(taken[0]);
    }
    std::size_t number() {
        const std::size_t high = byte();
        return high * 256 + byte();
    }
    std::string_view take(std::size_t count) {
        const std::string_view taken = bytes_.substr(0, count);
        bytes_.remove_prefix(taken.size());
        return taken;
    }
    [[nodiscard]] bool finished() const { return bytes_.empty(); }

private:
    std::string_view bytes_;
};

std::string word(std::size_t number) {
    std::string word;
    for (int syllable = 0; syllable < 4; ++syllable) {
        word += "bcdfglmnprst"[number % 12];
        word += "aeiou"[number / 12 % 5];
        number = number * 31 + 7;
    }
    return word;
}

std::vector<std::string> build(std::size_t entries, std::size_t sentences) {
    search::IndexBuilder builder("es");
    for (std::size_t i = 0; i < entries; ++i) {
        std::string text;
        for (std::size_t sentence = 0; sentence < sentences; ++sentence) {
            text += "Para el motor hace falta " + word(i * 5 + sentence * 13) + " con " +
                    word(i + sentence * 101) + ".\n";
        }
        const std::string number = std::to_string(i);
        builder.add({.id = "a" + number,
                     .url = "/es/" + number,
                     .title = "Cambiar " + word(i % 40) + " del wifi " + number,
                     .summary = "",
                     .tags = {},
                     .sections = {{"", "", text}, {"Después de la factura", "d", "Un recibo."}}});
    }
    return std::move(builder).finish();
}

// One index in one file, and one in many.
const std::vector<std::string>& index_files(bool many) {
    static const std::vector<std::string> kOne = build(12, 10);
    static const std::vector<std::string> kMany = build(100, 100);
    return many ? kMany : kOne;
}

void edit(std::string& body, Script& script) {
    if (body.empty()) {
        return;
    }
    const std::size_t kind = script.byte();
    const std::size_t at = script.number() % body.size();
    const std::size_t length = kind / 8 % 16 + 1;
    switch (kind % 8) {
    case 0:
        body[at] = static_cast<char>(script.byte());
        break;
    case 1:
        body[at] = static_cast<char>(body[at] + 1);
        break;
    case 2:
        body[at] = static_cast<char>(body[at] - 1);
        break;
    case 3:
        body.erase(at, length);
        break;
    case 4:
        body.insert(at, script.take(length));
        break;
    case 5:
        body.insert(at, body.substr(script.number() % body.size(), length));
        break;
    case 6:
        body.replace(at, 5, "\xFF\xFF\xFF\xFF\x0F");
        break;
    default:
        body.resize(at);
    }
}

// With as many edits as the script's next byte says.
std::string spoiled(const std::string& file, Script& script) {
    const auto opened = search::open_shard(file);
    REQUIRE(opened);
    std::string body(opened->body);
    for (std::size_t edits = script.byte() % 4; edits > 0; --edits) {
        edit(body, script);
    }
    return search::make_shard(opened->header, body);
}

void check(const search::Index& index, const search::Query& query, const search::Answer& answer) {
    REQUIRE(answer.hits.size() <= 50);
    for (const search::Hit& hit : answer.hits) {
        REQUIRE(hit.entry < index.entry_count() && hit.score > 0);
        for (const auto* runs : {&hit.title, &hit.excerpt}) {
            for (const search::Run& run : *runs) {
                REQUIRE(text::is_valid_utf8(run.text) && !run.text.empty());
            }
        }
    }
    for (const search::ShardId shard : answer.wanted) {
        REQUIRE(shard < index.shard_count() && !index.holds(shard));
    }
    if (!answer.hits.empty() && !answer.hits[0].pinned) {
        const search::Explanation why = search::explain(index, query, answer.hits[0].entry);
        REQUIRE(why.score == answer.hits[0].score && search::total(why) == why.score);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Script script(data, size);
    const std::size_t head = script.byte();
    const std::vector<std::string>& files = index_files(head % 4 != 0);
    std::string text(script.take(head / 4 % 32));
    if (text.empty()) {
        text = "cambiar el motr del wifi";
    }
    auto index = search::Index::open(head >= 128 ? spoiled(files[0], script) : files[0]);
    if (!index) {
        return 0;
    }
    const search::Query query{.text = text, .limit = 20};
    for (int round = 0; round < kRounds; ++round) {
        const search::Answer answer = search::search(*index, query);
        check(*index, query, answer);
        bool any = false;
        for (const search::ShardId shard : answer.wanted) {
            if (shard < files.size()) {
                any = !index->add(shard, spoiled(files[shard], script)) || any;
            }
        }
        if (!any) {
            break;
        }
    }
    return 0;
}
