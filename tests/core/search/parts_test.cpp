// The parts of an index, each by itself: numbers, dictionary, postings, ranking.
#include <catch2/catch_test_macros.hpp>

#include "core/search/format/dictionary.h"
#include "core/search/format/postings.h"
#include "core/search/format/shard.h"
#include "core/search/terms/ranking.h"

using namespace ventanilla::search;

TEST_CASE("numbers are read as they were written") {
    std::string bytes;
    const std::vector<std::uint32_t> numbers = {0, 1, 127, 128, 300, 65535, 0x7FFFFFFF, 0xFFFFFFFF};
    for (const std::uint32_t number : numbers) {
        append_varint(bytes, number);
    }
    append_u32(bytes, 0xDEADBEEF);
    append_u64(bytes, 0x0123456789ABCDEF);
    append_string(bytes, "año");
    ByteReader reader(bytes);
    for (const std::uint32_t number : numbers) {
        CHECK(reader.varint() == number);
    }
    CHECK(reader.u32() == 0xDEADBEEF);
    CHECK(reader.u64() == 0x0123456789ABCDEF);
    CHECK(reader.string() == "año");
    CHECK(reader.finished());
}

TEST_CASE("a number that is too large, overlong or cut is a failure, and reading stays failed") {
    for (const std::string_view bytes :
         {std::string_view("\xFF\xFF\xFF\xFF\x1F"), std::string_view("\xFF\xFF\xFF\xFF\xFF\x01"),
          std::string_view("\x80\x00", 2), std::string_view("\x80"), std::string_view()}) {
        ByteReader reader(bytes);
        CHECK(reader.varint() == 0);
        CHECK(reader.failed());
        CHECK(reader.take(0).empty());
        CHECK_FALSE(reader.finished());
    }
}

TEST_CASE("the checksum notices a change of any byte and of the length") {
    std::string bytes(41, 'x');
    const std::uint64_t sum = checksum(bytes);
    CHECK(checksum(bytes + 'x') != sum);
    CHECK(checksum(bytes, 1) != sum);
    for (char& byte : bytes) {
        byte = 'y';
        CHECK(checksum(bytes) != sum);
        byte = 'x';
    }
}

namespace {

struct WrittenDictionary {
    std::string bytes;
    Dictionary dictionary;
};

// 300 words "w000".."w299", every third with the term of the one before.
std::vector<std::pair<std::string, TermId>> many_words() {
    std::vector<std::pair<std::string, TermId>> words;
    for (std::uint32_t i = 0; i < 300; ++i) {
        std::string digits = std::to_string(1000 + i);
        digits[0] = 'w';
        words.emplace_back(digits, i % 3 == 2 ? 5000 - (i - 1) : 5000 - i);
    }
    return words;
}

}  // namespace

TEST_CASE("a dictionary finds every word with its term, and no other") {
    const auto words = many_words();
    std::string bytes;
    const std::vector<TermId> order = Dictionary::write(words, bytes);
    ByteReader reader(bytes);
    const auto dictionary = Dictionary::open(reader);
    REQUIRE(dictionary);
    CHECK(reader.finished());
    CHECK(dictionary->word_count() == 300);
    CHECK(dictionary->term_count() == 200);
    for (const auto& [word, term] : words) {
        const auto found = dictionary->find(word);
        REQUIRE(found);
        CHECK(order[*found] == term);
        CHECK_FALSE(dictionary->find(word + "x"));
        CHECK_FALSE(dictionary->find(word.substr(0, 3)));
    }
    CHECK_FALSE(dictionary->find(""));
    CHECK_FALSE(dictionary->find("a"));
    CHECK_FALSE(dictionary->find("z"));
}

TEST_CASE("a walk of the dictionary visits every word once, upwards, from any place") {
    const auto words = many_words();
    std::string bytes;
    Dictionary::write(words, bytes);
    ByteReader reader(bytes);
    const auto dictionary = Dictionary::open(reader);
    REQUIRE(dictionary);
    for (std::size_t start = 0; start < words.size(); start += 7) {
        std::size_t at = start;
        for (auto cursor = dictionary->from(words[start].first); cursor.valid(); cursor.next()) {
            REQUIRE(cursor.word() == words[at].first);
            ++at;
        }
        CHECK(at == words.size());
    }
    CHECK(dictionary->from("").word() == "w000");
    CHECK_FALSE(dictionary->from("x").valid());
}

TEST_CASE("words of several bytes a letter never share half a letter") {
    std::string bytes;
    Dictionary::write({{"ã", 1}, {"ä", 2}, {"å", 2}}, bytes);
    ByteReader reader(bytes);
    const auto dictionary = Dictionary::open(reader);
    REQUIRE(dictionary);
    CHECK(dictionary->find("ä") == dictionary->find("å"));
    CHECK(dictionary->find("ã") != dictionary->find("å"));
}

TEST_CASE("postings are read as they were written") {
    const std::vector<TermList> lists = {{{{0, 1}}, 1},
                                         {{{3, pack({kMaxImpact, 7, true}), 20, 3, 5},
                                           {4, 9},
                                           {5, pack({1, 2, false}), 0, 0, 9},
                                           {700, 0x81, 7}},
                                          900},
                                         {{{999, 5}}, 1}};
    std::string bytes;
    Postings::write({&lists[0], &lists[1], &lists[2]}, bytes);
    ByteReader reader(bytes);
    const auto postings = Postings::open(reader, 3, 1000);
    REQUIRE(postings);
    for (TermId term = 0; term < lists.size(); ++term) {
        auto cursor = postings->of(term);
        CHECK(cursor.holding() == lists[term].holding);
        for (const Posting& posting : lists[term].postings) {
            REQUIRE(cursor.valid());
            CHECK(cursor.entry() == posting.entry);
            CHECK(cursor.bearing() == posting.bearing);
            if (unpack(posting.bearing).in_title) {
                CHECK(cursor.title_rarity() == posting.title_rarity);
                CHECK(cursor.in_title() == posting.in_title);
            }
            if (unpack(posting.bearing).heading > 0) {
                CHECK(cursor.in_heading() == posting.in_heading);
            }
            cursor.next();
        }
        CHECK_FALSE(cursor.valid());
    }
    ByteReader fewer_entries(bytes);
    CHECK_FALSE(Postings::open(fewer_entries, 3, 999));
    ByteReader fewer_terms(bytes);
    CHECK_FALSE(Postings::open(fewer_terms, 2, 1000));
}

TEST_CASE("a rarer term says more, and none says nothing") {
    CHECK(rarity(1000, 1) > rarity(1000, 10));
    CHECK(rarity(1000, 10) > rarity(1000, 900));
    CHECK(rarity(1000, 1000) >= 1);
    CHECK(rarity(0, 0) >= 1);
    // log2(2002 / 3) = 9.3822
    CHECK(rarity(1000, 1) == 38429);
}

TEST_CASE("a term in the title says more than in the body, more often more, in a long text less") {
    const auto impact = [](Field field, std::uint32_t count, std::uint32_t length) {
        std::array<FieldUse, kFields> uses{};
        for (FieldUse& use : uses) {
            use.average = 100 * 16;
        }
        uses[static_cast<std::size_t>(field)] = {count, length, 100 * 16};
        return impact_of(uses);
    };
    CHECK(impact(Field::kTitle, 1, 100) > impact(Field::kHeadings, 1, 100));
    CHECK(impact(Field::kHeadings, 1, 100) > impact(Field::kBody, 1, 100));
    CHECK(impact(Field::kBody, 3, 100) > impact(Field::kBody, 1, 100));
    CHECK(impact(Field::kBody, 1, 100) > impact(Field::kBody, 1, 1000));
    CHECK(impact(Field::kBody, 1, 0xFFFFFFFF) == 1);
    CHECK(impact(Field::kTitle, 0xFFFF, 0) <= kMaxImpact);
}

TEST_CASE("a bearing is read as it was packed, and its byte is not 0") {
    for (std::uint32_t heading = 0; heading < kHeadingShares.size(); ++heading) {
        for (const bool in_title : {false, true}) {
            const Bearing bearing = unpack(pack({kMaxImpact, heading, in_title}));
            CHECK(bearing.impact == kMaxImpact);
            CHECK(bearing.heading == heading);
            CHECK(bearing.in_title == in_title);
            CHECK(pack({1, heading, in_title}) != 0);
        }
    }
}

TEST_CASE(
    "a share of a heading has the level that is nearest to it, and some level if it is tiny") {
    for (std::uint32_t level = 1; level < kHeadingShares.size(); ++level) {
        CHECK(heading_level(kHeadingShares[level]) == level);
    }
    CHECK(heading_level(0) == 1);
    CHECK(heading_level(256) == 7);
    CHECK(heading_level(33) == 3);
}
