// What no machine can know of the packs, their authors do: whether a family is true. The rest is here.
#include "cli/publish/synonym_packs.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>
#include <sstream>

#include "cli/share_folder.h"
#include "core/search/terms/words.h"
#include "core/text/fold.h"
#include "core/text/stem.h"
#include "core/text/synonyms.h"
#include "core/text/tokenize.h"
#include "tests/cli/folders.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;

namespace {

using Words = std::vector<std::string>;

struct Line {
    int number = 0;
    Words left;
    Words right;  // empty: both ways
};

Words split(std::string list) {
    Words words;
    std::istringstream stream(std::move(list));
    for (std::string word; std::getline(stream, word, ',');) {
        const std::size_t first = word.find_first_not_of(' ');
        words.push_back(word.substr(first, word.find_last_not_of(' ') - first + 1));
    }
    return words;
}

std::vector<Line> lines_of(const std::string& language) {
    std::vector<Line> lines;
    std::istringstream file(test::read_file("assets/synonyms/" + language + ".txt"));
    std::string text;
    for (int number = 1; std::getline(file, text); ++number) {
        if (text.empty() || text.front() == '#') {
            continue;
        }
        const std::size_t arrow = text.find(" => ");
        lines.push_back({number, split(text.substr(0, arrow)),
                         arrow == std::string::npos ? Words() : split(text.substr(arrow + 4))});
    }
    return lines;
}

// What the index makes of a word: its stems, without the words that say nothing.
std::set<std::string> stems(const std::string& words, const std::string& language) {
    text::Stemmer stemmer(language);
    std::set<std::string> stems;
    for (const text::Token& token : text::tokenize(words)) {
        if (!search::is_stop_word(search::word_key(token.word), language)) {
            stems.insert(search::word_key(stemmer.stem(search::word_spelling(token.word))));
        }
    }
    return stems;
}

}  // namespace

TEST_CASE("the packs are read without a fault") {
    for (const auto& [language, least] :
         std::map<std::string, std::size_t>{{"es", 400}, {"en", 150}}) {
        const auto pack =
            text::Synonyms::read(language, test::read_file("assets/synonyms/" + language + ".txt"),
                                 language, text::Comparing::kInflections);
        CHECK(pack.has_value());
        CHECK(lines_of(language).size() >= least);
    }
}

TEST_CASE("no word stands in two families of a pack that work both ways") {
    for (const std::string language : {"es", "en"}) {
        std::map<std::string, int> first;
        for (const Line& line : lines_of(language)) {
            for (const std::string& word : line.right.empty() ? line.left : Words()) {
                const auto [at, is_new] = first.emplace(text::fold(word), line.number);
                INFO(language << ".txt:" << line.number << ": " << word << " stands in line "
                              << at->second);
                CHECK(is_new);
            }
        }
    }
}

TEST_CASE("no line of a pack is there twice, and none has a word on both sides") {
    for (const std::string language : {"es", "en"}) {
        std::set<std::pair<Words, Words>> seen;
        for (const Line& line : lines_of(language)) {
            INFO(language << ".txt:" << line.number);
            CHECK(seen.emplace(line.left, line.right).second);
            for (const std::string& word : line.left) {
                CHECK(std::ranges::find(line.right, word) == line.right.end());
                CHECK(std::ranges::count(line.left, word) == 1);
            }
        }
    }
}

TEST_CASE("every word of a pack that finds has something to find by") {
    for (const std::string language : {"es", "en"}) {
        for (const Line& line : lines_of(language)) {
            for (const std::string& word : line.left) {
                INFO(language << ".txt:" << line.number << ": " << word);
                CHECK_FALSE(stems(word, language).empty());
            }
        }
    }
}

TEST_CASE("every line of a pack says more than the stems of its words do") {
    for (const std::string language : {"es", "en"}) {
        for (const Line& line : lines_of(language)) {
            INFO(language << ".txt:" << line.number << ": " << line.left.front());
            const Words& held = line.right.empty() ? line.left : line.right;
            CHECK(std::ranges::any_of(line.left, [&](const std::string& word) {
                return std::ranges::any_of(held, [&](const std::string& other) {
                    return !std::ranges::includes(stems(other, language), stems(word, language));
                });
            }));
        }
    }
}

TEST_CASE("a language has the pack of its region, or of itself, or none") {
    const publish::SynonymPacks packs = cli::read_synonym_packs("assets");
    CHECK(packs.in_language("es-MX").other_words("El ordenador") ==
          packs.in_language("es").other_words("El ordenador"));
    CHECK_FALSE(packs.in_language("es").empty());
    CHECK(packs.in_language("el").empty());
}

TEST_CASE("an installation without the packs, or with a broken one, says so") {
    test::TemporaryFolder folder;
    CHECK_THROWS(cli::read_synonym_packs(folder.path()));
    test::write_file(folder.path() / "synonyms/es.txt", "sola\n");
    CHECK_THROWS(cli::read_synonym_packs(folder.path()));
    test::write_file(folder.path() / "synonyms/es.txt", "una, otra\n");
    CHECK_FALSE(cli::read_synonym_packs(folder.path()).in_language("es").empty());
}
