#include "core/search/asking/repair.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/text/utf8.h"

using namespace ventanilla::search;

namespace {

class Words {
public:
    explicit Words(std::vector<std::string> words, std::string language = "en")
        : language_(std::move(language)) {
        std::sort(words.begin(), words.end());
        std::vector<std::pair<std::string, TermId>> numbered;
        for (const std::string& word : words) {
            numbered.emplace_back(word, static_cast<TermId>(numbered.size()));
        }
        const std::vector<TermList> lists(numbered.size(), TermList{{{0, 1}}, 1});
        write_part(numbered, lists, {}, bytes_);
        ByteReader reader(bytes_);
        auto part = Part::open(reader, 1);
        REQUIRE(part);
        part_ = std::move(*part);
    }

    [[nodiscard]] std::vector<std::string> mend(std::string_view word,
                                                bool continues = false) const {
        std::vector<std::string> found;
        for (const Repair& repair : mended(word, continues).words) {
            found.push_back(repair.word);
        }
        return found;
    }
    [[nodiscard]] unsigned edits(std::string_view word) const {
        return mended(word, false).words.at(0).edits();
    }

private:
    [[nodiscard]] Repairs mended(std::string_view word, bool continues) const {
        Repairs repairs;
        for (unsigned edits = 1; edits <= Mender::kMostEdits && repairs.words.empty(); ++edits) {
            Mender mender(word, language_, edits, continues);
            mender.offer(part_);
            repairs = mender.best();
        }
        return repairs;
    }

    std::string language_;
    std::string bytes_;
    Part part_;
};

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("one wrong, missing, additional or swapped letter is mended") {
    const Words words({"internet", "router", "cable"});
    CHECK(words.mend("ruoter") == Found{"router"});
    CHECK(words.mend("rauter") == Found{"router"});
    CHECK(words.mend("roter") == Found{"router"});
    CHECK(words.mend("roouter") == Found{"router"});
    CHECK(words.mend("outer") == Found{"router"});
    CHECK(words.mend("interent") == Found{"internet"});
    CHECK(words.edits("interent") == 1);
}

TEST_CASE("two edits are mended in long words only") {
    const Words words({"configuracion", "cable"});
    CHECK(words.mend("comfigurasion") == Found{"configuracion"});
    CHECK(words.edits("comfigurasion") == 2);
    CHECK(words.mend("kavle").empty());
    CHECK(words.mend("comfigurazzion").empty());
}

TEST_CASE("words of three letters and words with digits are not mended") {
    const Words words({"red", "365", "wpa2x"});
    CHECK(words.mend("rod").empty());
    CHECK(words.mend("364").empty());
    CHECK(words.mend("wpa3x").empty());
}

TEST_CASE("n typed for ñ is no edit, the other way round it is one") {
    const Words words({"año", "españa", "espana's", "pena"});
    CHECK(words.mend("ano") == Found{"año"});
    CHECK(words.edits("ano") == 0);
    CHECK(words.mend("espana") == Found{"españa"});
    CHECK(words.mend("peña") == Found{"pena"});
    CHECK(words.edits("peña") == 1);
}

TEST_CASE("the nearest words win, and all that are as near") {
    const Words words({"conexiones", "conexion", "conexito", "corexion"});
    CHECK(words.mend("conexiom") == Found{"conexion"});
    CHECK(words.mend("cohexion") == Found{"conexion", "corexion"});
}

TEST_CASE("of words as many edits away a slip to the next key comes first") {
    CHECK(Words({"casa", "cosa"}).mend("cssa") == Found{"casa", "cosa"});
    CHECK(Words({"cero", "cera"}).mend("cerp") == Found{"cero", "cera"});
}

TEST_CASE("in Spanish a word that sounds alike is nearer than any edit") {
    CHECK(Words({"vaca", "baja"}, "es").mend("baca") == Found{"vaca", "baja"});
    CHECK(Words({"hola", "cola"}, "es").mend("ola") == Found{"hola"});
    CHECK(Words({"recibo", "receso"}, "es").mend("resivo") == Found{"recibo"});
    CHECK(Words({"quiosco"}, "es").mend("kiosko") == Found{"quiosco"});
    CHECK(Words({"llave", "yate"}, "es").mend("yabe") == Found{"llave", "yate"});
    CHECK(Words({"llave", "yate"}, "en").mend("yabe") == Found{"yate"});
    CHECK(Words({"hay"}, "es").mend("ay").empty());
}

TEST_CASE("a word of which the first letters are wrong is found among those that end like it") {
    CHECK(backwards("ñame") == "emañ");
    std::string bytes;
    Spellings::write(
        {{backwards("compañia"), 0}, {backwards("cuenta"), 0}, {backwards("router"), 0}}, bytes);
    ByteReader reader(bytes);
    const auto spellings = Spellings::open(reader);
    REQUIRE(spellings);
    for (const auto& [typed, meant] :
         {std::pair("xuenta", "cuenta"), std::pair("uenta", "cuenta"),
          std::pair("ucenta", "cuenta"), std::pair("orouter", "router"),
          std::pair("conpania", "compañia")}) {
        Mender mender(typed, "es", 1, false);
        mender.offer(*spellings);
        const Repairs repairs = mender.best();
        REQUIRE(repairs.words.size() == 1);
        CHECK(repairs.words[0].word == meant);
    }
}

TEST_CASE("spellings that do not ascend, or are cut, are refused") {
    std::string unsorted;
    Spellings::write({{"b", 0}, {"a", 0}}, unsorted);
    std::string whole;
    Spellings::write({{"a", 0}, {"b", 0}}, whole);
    for (const std::string& bytes : {unsorted, whole.substr(0, whole.size() - 1), std::string()}) {
        ByteReader reader(bytes);
        CHECK_FALSE(Spellings::open(reader));
    }
}

TEST_CASE("a word being typed may be mended to the beginning of a longer one") {
    const Words words({"configuracion"});
    CHECK(words.mend("confgur", true) == Found{"configuracion"});
    CHECK(words.mend("confgur", false).empty());
}

TEST_CASE("the walk gives the same as comparing with every word") {
    // Words over two letters, so that all kinds of near misses occur.
    std::vector<std::string> all;
    for (std::uint32_t size = 3; size <= 6; ++size) {
        for (std::uint32_t bits = 0; bits < (1U << size); bits += size > 4 ? 3 : 1) {
            std::string word;
            for (std::uint32_t i = 0; i < size; ++i) {
                word += (bits >> i & 1U) != 0 ? 'b' : 'a';
            }
            all.push_back(word);
        }
    }
    const auto distance = [](std::string_view one, std::string_view other) {
        std::vector<std::vector<std::size_t>> table(one.size() + 1,
                                                    std::vector<std::size_t>(other.size() + 1));
        for (std::size_t i = 0; i <= one.size(); ++i) {
            for (std::size_t j = 0; j <= other.size(); ++j) {
                std::size_t& best = table[i][j];
                best = i == 0 ? j : i;
                if (i > 0 && j > 0) {
                    best = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                                     table[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)});
                    if (i > 1 && j > 1 && one[i - 1] == other[j - 2] &&
                        one[i - 2] == other[j - 1]) {
                        best = std::min(best, table[i - 2][j - 2] + 1);
                    }
                }
            }
        }
        return table[one.size()][other.size()];
    };
    const Words words(all);
    for (const std::string_view typed : {"abab", "bbaab", "aabbab", "abcab", "bbbbbbb", "cabb"}) {
        std::size_t nearest = 2;
        for (const std::string& word : all) {
            nearest = std::min(nearest, distance(typed, word));
        }
        Found expected;
        for (const std::string& word : all) {
            if (nearest <= 1 && distance(typed, word) == nearest) {
                expected.push_back(word);
            }
        }
        std::sort(expected.begin(), expected.end());
        CHECK(words.mend(typed) == expected);
    }
}
