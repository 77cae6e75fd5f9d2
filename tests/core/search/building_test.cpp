// What an index is built with, each by itself: texts, lines and words before they are anybody's shard.
#include <catch2/catch_test_macros.hpp>

#include "core/search/building/collection.h"
#include "core/search/building/grouped.h"
#include "core/search/building/line_sieve.h"
#include "core/search/building/text_table.h"
#include "core/search/building/tidy.h"
#include "core/search/building/vocabulary.h"

using namespace ventanilla::search;

TEST_CASE("a tidy text has one blank between its words and no line without one") {
    CHECK(tidy("  Sin  internet\t\n en\u00A0casa \r\n\n¿Qué\x01hago? ") ==
          "Sin internet\nen casa\n¿Qué hago?");
    CHECK(tidy("cortado \xC3") == "cortado \uFFFD");
    CHECK(one_line("Sin internet\n en casa") == "Sin internet en casa");
    CHECK(lines_of("uno\ndos\n") == std::vector<std::string_view>{"uno", "dos"});
}

TEST_CASE("texts are numbered as they come, and found under their numbers however many they are") {
    TextTable table;
    for (std::uint32_t i = 0; i < 1000; ++i) {
        REQUIRE(table.number("word " + std::to_string(i)) == i);
    }
    CHECK(table.number("") == 1000);
    CHECK(table.size() == 1001);
    for (std::uint32_t i = 0; i < 1000; ++i) {
        REQUIRE(table.number("word " + std::to_string(i)) == i);
        REQUIRE(table.find("word " + std::to_string(i)) == i);
        REQUIRE(table.text(i) == "word " + std::to_string(i));
    }
    CHECK(table.find("another") == table.size());
    CHECK(table.size() == 1001);
}

TEST_CASE("a group has its values in the order in which they were put") {
    const Grouped<char> grouped(3, [](const auto& put) {
        put(2, 'a');
        put(0, 'b');
        put(2, 'c');
    });
    CHECK(std::string(grouped.of(0).begin(), grouped.of(0).end()) == "b");
    CHECK(grouped.of(1).empty());
    CHECK(std::string(grouped.of(2).begin(), grouped.of(2).end()) == "ac");
}

namespace {

void add_all(Vocabulary& vocabulary, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        vocabulary.add(word);
    }
}

Entry with_text(std::string summary, std::string text) {
    return {.id = "a",
            .url = "",
            .title = "",
            .summary = std::move(summary),
            .tags = {},
            .sections = {{"", "", std::move(text)}}};
}

std::string sifted(LineSieve& sieve, Entry entry) {
    sieve.sift(entry);
    return entry.sections[0].text;
}

}  // namespace

TEST_CASE("a vocabulary that takes in others knows the words as if it had met them itself") {
    const std::vector<std::string> first = {"Pago", "pago", "la", "Línea", "..."};
    const std::vector<std::string> second = {"router", "linea", "pagos", "linea", "el", "PAGO"};
    Vocabulary whole("es");
    add_all(whole, first);
    add_all(whole, second);
    Vocabulary one("es");
    add_all(one, first);
    Vocabulary other("es");
    add_all(other, second);
    Vocabulary taking("es");
    taking.take(one);
    const std::vector<WordId> numbers = taking.take(other);
    REQUIRE(taking.size() == whole.size());
    for (WordId word = 0; word < whole.size(); ++word) {
        CHECK(taking.key(word) == whole.key(word));
        CHECK(taking.is_stop_word(word) == whole.is_stop_word(word));
    }
    CHECK(taking.uses() == whole.uses());
    CHECK(taking.terms() == whole.terms());
    for (WordId word = 0; word < other.size(); ++word) {
        CHECK(taking.key(numbers[word]) == other.key(word));
    }
}

TEST_CASE("a line counts once in an entry, and not as its summary again") {
    LineSieve sieve;
    CHECK(sifted(sieve, with_text("Sin luz.", "Espera.\nSin luz.\nEspera.\nLlama.")) ==
          "Espera.\nLlama.\n");
}

TEST_CASE("a line that stands in many entries counts in the first three of them") {
    LineSieve sieve;
    for (int i = 0; i < 3; ++i) {
        CHECK(sifted(sieve, with_text("", "Ver también\nVer  también")) == "Ver también\n");
    }
    CHECK(sifted(sieve, with_text("", "Ver también\nPagos")) == "Pagos\n");
}

TEST_CASE("entries are numbered by one vocabulary, whichever slice they were analysed in") {
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < 1200; ++i) {
        entries.push_back(with_text("", "Común " + std::to_string(i * 7 % 600) + "x"));
    }
    Analyser analyser("es");
    std::vector<AnalysedEntry> expected;
    for (const Entry& entry : entries) {
        expected.push_back(analyser.analyse(entry));
    }
    const Collection all = collect(entries, "es", ventanilla::base::in_order);
    CHECK(all.vocabulary.size() == 601);
    REQUIRE(all.entries.size() == expected.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        REQUIRE(all.entries[i].places.size() == 2);
        for (std::size_t place = 0; place < 2; ++place) {
            REQUIRE(all.entries[i].places[place].word == expected[i].places[place].word);
        }
    }
}
