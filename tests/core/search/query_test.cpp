#include "core/search/asking/query.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/core/search/sample_index.h"

using namespace ventanilla::search;

namespace {

std::string first(const Index& index, std::string_view text) {
    const auto found = ids(index, text);
    return found.empty() ? "" : found[0];
}

}  // namespace

TEST_CASE("a question in the customer's words finds the article first") {
    const Index index = sample_index();
    CHECK(first(index, "no tengo internet") == "sin-internet");
    CHECK(first(index, "¿Dónde puedo ver mi factura?") == "factura");
    CHECK(first(index, "quiero cambiar la contraseña") == "contrasena-wifi");
}

TEST_CASE("an index answers queries in its own language, and those that name none") {
    const Index index = sample_index();
    CHECK_FALSE(search(index, {.text = "factura", .language = "es-MX"}).hits.empty());
    CHECK_FALSE(search(index, {.text = "factura"}).hits.empty());
    CHECK(search(index, {.text = "factura", .language = "en"}).hits.empty());
}

TEST_CASE("a typo does not hide the article") {
    const Index index = sample_index();
    CHECK(first(index, "no tengo interent") == "sin-internet");
    CHECK(first(index, "fcatura pdf") == "factura");
    CHECK(first(index, "camviar contrsaeña") == "contrasena-wifi");
    CHECK(first(index, "titulra del contarto") == "cambio-titular");
}

TEST_CASE("a word typed without its accent finds the article") {
    const Index index = sample_index();
    CHECK(first(index, "averia") == "averia");
    CHECK(first(index, "AVERÍA") == "averia");
    CHECK(first(index, "avería") == "averia");
    CHECK(first(index, "tecnico") == "averia");
}

TEST_CASE("n typed for ñ finds the word with ñ when no word with n is there") {
    const Index index = sample_index();
    CHECK(first(index, "contrasena") == "contrasena-wifi");
    CHECK(first(index, "ano") == "factura");
}

TEST_CASE("n and ñ stay apart where both words exist") {
    const Index index = open_whole(build_shards(
        "es",
        {{.id = "ano", .url = "", .title = "El ano", .summary = "", .tags = {}, .sections = {}},
         {.id = "año", .url = "", .title = "El año", .summary = "", .tags = {}, .sections = {}}}));
    CHECK(ids(index, "año ") == std::vector<std::string>{"año"});
    CHECK(ids(index, "ano ") == std::vector<std::string>{"ano"});
}

TEST_CASE("another form of a word finds the article") {
    const Index index = sample_index();
    CHECK(first(index, "lentos") == "velocidad");
    CHECK(first(index, "reiniciar el router") == "sin-internet");
    CHECK(first(index, "cambiando titulares") == "cambio-titular");
}

TEST_CASE("results come while the last word is still being typed") {
    const Index index = sample_index();
    CHECK(first(index, "cont") == "contrasena-wifi");
    CHECK(first(index, "cambiar el tit") == "cambio-titular");
    CHECK(first(index, "v") == "velocidad");
    SECTION("also when its beginning has a typo") {
        CHECK(first(index, "configruac") == "contrasena-wifi");
    }
    SECTION("a space after it says that it is whole") {
        CHECK(ids(index, "averi ").size() <= 1);
        CHECK(ids(index, "tit ").empty());
    }
}

TEST_CASE(
    "words that the index does not have, and words that say nothing, do not make a query fail") {
    const Index index = sample_index();
    CHECK(first(index, "xyzzy qwfpg internet lento") == "velocidad");
    CHECK(first(index, "qué hacer") == "sin-internet");
    CHECK(first(index, "no") == "sin-internet");
    CHECK(ids(index, "xyzzy").empty());
}

namespace {

Entry entry(std::string id, std::string title, const std::vector<std::string>& headings,
            std::string text, std::string url = "") {
    Entry made{.id = std::move(id),
               .url = std::move(url),
               .title = std::move(title),
               .summary = "",
               .tags = {},
               .sections = {{"", "", std::move(text)}}};
    for (const std::string& heading : headings) {
        made.sections.push_back({heading, "", ""});
    }
    return made;
}

}  // namespace

TEST_CASE("how a question is put does not decide what it finds") {
    const Index index = open_whole(build_shards(
        "en", {entry("bill", "Read your bill", {}, "Each bill lists calls."),
               entry("problem", "Report a problem", {}, "The best way to report a problem."),
               entry("ways", "Ways to find your best plan", {}, "Find it.")}));
    CHECK(first(index, "why is there a problem with my bill") == "bill");
    CHECK(first(index, "what is the best way to find my bill") == "bill");
    SECTION("but the same words count where they are what is asked") {
        CHECK(first(index, "problem report") == "problem");
        CHECK(first(index, "best plan") == "ways");
        CHECK(first(index, "how do I report a problem") == "problem");
    }
}

TEST_CASE("what stands first, by title, heading, address and beginning") {
    struct Row {
        std::string_view query;
        std::string_view expected;
    };
    const Index index = open_whole(build_shards(
        "en",
        {entry("share", "Share a document", {"Remove a link"}, "Open it. Then share the document."),
         entry("share-all", "Share a document folder with several people outside", {},
               "A folder holds each document. Share it."),
         entry("guide", "Guide", {"Print labels", "Share a label"}, "Labels stick to a parcel."),
         entry("labels", "Settings", {"Print labels for parcels from abroad by night"},
               "Labels and more labels. Print."),
         entry("tariffs", "Prices", {}, "What it costs.", "/en/articles/roaming-tariffs/"),
         entry("lead", "Moving", {}, "A relocation takes two days.\n" + std::string(900, 'x')),
         entry("late", "Contracts", {},
               "It has a term.\nIt ends.\n" + std::string(200, 'y') +
                   "\nAll about contracts and their ends and signatures and so on for ever, with "
                   "many "
                   "words more that fill the beginning of this text so that what comes now is late "
                   "in "
                   "it.\nrelocation")}));
    for (const Row& row : {
             Row{"share document ", "share"},  // a title that is all of the query
             Row{"share document folder ", "share-all"},
             Row{"print labels ", "guide"},  // a heading that is all of it
             Row{"print labels abroad ", "labels"},
             Row{"roaming tariffs ", "tariffs"},  // the address alone has them
             Row{"relocation ", "lead"},          // in the beginning, not later on
         }) {
        CAPTURE(row.query);
        CHECK(first(index, row.query) == row.expected);
    }
}

TEST_CASE("a line that many articles have finds only the first of them") {
    std::vector<Entry> entries;
    for (int i = 0; i < 6; ++i) {
        entries.push_back(entry("e" + std::to_string(i), "Topic " + std::to_string(i), {},
                                "Call support for free.\nText " + std::to_string(i) + "."));
    }
    const Index index = open_whole(build_shards("en", entries));
    CHECK(ids(index, "support ") == std::vector<std::string>{"e0", "e1", "e2"});
}

TEST_CASE("an article with all the words stands above one with some") {
    const Index index = sample_index();
    const auto found = ids(index, "cambiar contraseña");
    REQUIRE(found.size() >= 2);
    CHECK(found[0] == "contrasena-wifi");
    CHECK(found[1] == "cambio-titular");
}

TEST_CASE("numbers and codes are found as they are, never mended") {
    const Index index = sample_index();
    CHECK(first(index, "5ghz") == "velocidad");
    CHECK(first(index, "192.168.1.1") == "contrasena-wifi");
    CHECK(ids(index, "5ghy ").empty());
    CHECK(ids(index, "193 ").empty());
}

TEST_CASE(
    "the matched words are marked in the title and the excerpt, in whatever form they stand") {
    const Index index = sample_index();
    const Answer answer = search(index, {.text = "ver factura"});
    REQUIRE_FALSE(answer.hits.empty());
    CHECK(shown(answer.hits[0].title) == "Dónde [ver] mis [facturas]");
    CHECK(shown(answer.hits[0].excerpt) ==
          "Entra en tu área de cliente y abre [Facturación]. Allí están todas las [facturas] del "
          "año.");

    const Answer mended = search(index, {.text = "no tengo interent"});
    REQUIRE_FALSE(mended.hits.empty());
    CHECK(shown(mended.hits[0].title).find("[internet]") != std::string::npos);

    const Answer accents = search(index, {.text = "area cliente"});
    REQUIRE_FALSE(accents.hits.empty());
    CHECK(shown(accents.hits[0].excerpt).find("[área] de [cliente]") != std::string::npos);
}

TEST_CASE("words that say nothing are marked only when nothing else was asked") {
    const Index index = sample_index();
    const Answer with = search(index, {.text = "no tengo internet"});
    REQUIRE_FALSE(with.hits.empty());
    CHECK(shown(with.hits[0].title) == "No tengo [internet]: qué hacer");
    const Answer without = search(index, {.text = "qué hacer "});
    REQUIRE_FALSE(without.hits.empty());
    CHECK(shown(without.hits[0].title) == "No tengo internet: [qué] [hacer]");
}

TEST_CASE(
    "an excerpt is a sentence with the words, in one line, and says in which section it stands") {
    std::string hay;
    for (int i = 0; i < 400; ++i) {
        hay += "Más heno aún.\n\n   ";
    }
    const Index index = open_whole(build_shards(
        "es",
        {{.id = "pajar",
          .url = "",
          .title = "El pajar",
          .summary = "",
          .tags = {},
          .sections = {{"", "", hay}, {"Dónde está", "donde", "Aquí   está\tla aguja." + hay}}}}));
    const Answer answer = search(index, {.text = "aguja"});
    REQUIRE(answer.hits.size() == 1);
    CHECK(shown(answer.hits[0].excerpt) == "Aquí está la [aguja].Más heno aún.");
    CHECK(answer.hits[0].section == "Dónde está");
    CHECK(answer.hits[0].anchor == "donde");
}

TEST_CASE("a long sentence is cut between words, and the cut is shown") {
    std::string sentence = "La aguja";
    while (sentence.size() < 1000) {
        sentence += " está en el pajar";
    }
    const Index index = open_whole(build_shards("es", {{.id = "pajar",
                                                        .url = "",
                                                        .title = "El pajar",
                                                        .summary = "",
                                                        .tags = {},
                                                        .sections = {{"", "", sentence}}}}));
    const std::string excerpt = shown(search(index, {.text = "aguja"}).hits.at(0).excerpt);
    CHECK(excerpt.starts_with("La [aguja] está en el pajar"));
    CHECK(excerpt.ends_with(" …"));
    CHECK(excerpt.size() > 120);
    CHECK(excerpt.size() < 220);
}

TEST_CASE("an article found by its title alone shows how its text begins") {
    const Index index = sample_index();
    const Answer answer = search(index, {.text = "comunicar"});
    REQUIRE(answer.hits.size() == 1);
    CHECK(shown(answer.hits[0].excerpt) == "Un técnico te llama en el mismo día.");
}

TEST_CASE("hits are at most as many as asked, and a limit outside 1 to 50 is moved inside") {
    std::vector<Entry> entries;
    for (int i = 0; i < 70; ++i) {
        entries.push_back({.id = "e" + std::to_string(i),
                           .url = "",
                           .title = "Router",
                           .summary = "",
                           .tags = {},
                           .sections = {}});
    }
    const Index index = open_whole(build_shards("es", entries));
    CHECK(search(index, {.text = "router", .limit = 3}).hits.size() == 3);
    CHECK(search(index, {.text = "router", .limit = 0}).hits.size() == 1);
    CHECK(search(index, {.text = "router", .limit = -5}).hits.size() == 1);
    CHECK(search(index, {.text = "router", .limit = 1000}).hits.size() == 50);
}

TEST_CASE("hits with the same score stand in the order of their ids") {
    std::vector<Entry> entries;
    for (const char* id : {"c", "a", "d", "b"}) {
        entries.push_back(
            {.id = id, .url = "", .title = "Router", .summary = "", .tags = {}, .sections = {}});
    }
    const Index index = open_whole(build_shards("es", entries));
    CHECK(ids(index, "router") == std::vector<std::string>{"a", "b", "c", "d"});
}

TEST_CASE("scores descend and are not zero") {
    const Index index = sample_index();
    const Answer answer = search(index, {.text = "cambiar router factura wifi"});
    CHECK(answer.hits.size() >= 3);
    CHECK(std::is_sorted(answer.hits.begin(), answer.hits.end(),
                         [](const Hit& one, const Hit& other) { return one.score > other.score; }));
    CHECK(answer.hits.back().score > 0);
}

TEST_CASE("strange queries only match less") {
    const Index index = sample_index();
    CHECK(ids(index, "").empty());
    CHECK(ids(index, " \t\n¿?¡!").empty());
    CHECK(ids(index, "😀").empty());
    CHECK(first(index, "\xFF\xFE factura \xC3") == "factura");
    CHECK(first(index, std::string_view("factura\0pdf", 11)) == "factura");
    const std::string many(100000, 'a');
    CHECK(ids(index, many).empty());
    std::string repeated;
    for (int i = 0; i < 5000; ++i) {
        repeated += "factura ";
    }
    CHECK(first(index, repeated) == "factura");
}

TEST_CASE("saying a word twice changes nothing") {
    const Index index = sample_index();
    const Answer once = search(index, {.text = "factura router "});
    const Answer twice = search(index, {.text = "factura facturas router factura "});
    CHECK(ids(once) == ids(twice));
    CHECK(once.hits[0].score == twice.hits[0].score);
}

TEST_CASE("English is searched in English") {
    const Index index = open_whole(
        build_shards("en", {{.id = "bill",
                             .url = "",
                             .title = "Where to see your bills",
                             .summary = "",
                             .tags = {},
                             .sections = {{"", "", "Each category has its user's bill."}}},
                            {.id = "down",
                             .url = "",
                             .title = "My internet is down",
                             .summary = "",
                             .tags = {},
                             .sections = {{"", "", "Restart it. Don't worry."}}}}));
    CHECK(first(index, "billing") == "bill");
    CHECK(first(index, "categories ") == "bill");
    CHECK(first(index, "users") == "bill");
    CHECK(first(index, "restarting") == "down");
    CHECK(first(index, "intrenet") == "down");
    CHECK(first(index, "I need help with my bill") == "bill");
}

namespace {

Index index_of(std::string_view language, std::vector<std::string> titles) {
    std::vector<Entry> entries;
    for (std::string& title : titles) {
        Entry& entry = entries.emplace_back();
        entry.id = "e" + std::to_string(entries.size());
        entry.title = std::move(title);
    }
    return open_whole(build_shards(language, entries));
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a query with a typo is shown as it was understood, with the accents of the texts") {
    const Index index = index_of("es", {"Cambiar la contraseña", "Ver la facturación"});
    CHECK(search(index, {.text = "cambiar contrsaeña"}).corrected == "cambiar contraseña");
    CHECK(search(index, {.text = "¿Y la facturasion?"}).corrected == "¿Y la facturación?");
    CHECK(search(index, {.text = "cambiar contraseña"}).corrected.empty());
    CHECK(search(index, {.text = "cambiar contras"}).corrected.empty());
    CHECK(search(index, {.text = "contrasena"}).corrected.empty());
    CHECK(search(index, {.text = "qwertz"}).corrected.empty());
}

TEST_CASE("words between quotation marks are meant as they stand") {
    const Index index =
        index_of("es", {"Cambiar la contraseña", "Ver la facturación", "Cambiar de tarifa"});
    CHECK(ids(index, "cambiar contrsaeña").size() == 2);
    CHECK(ids(index, "cambiar \"contrsaeña\"").empty());
    CHECK(ids(index, "cambiar «contraseña»") == Ids{"e1"});
    CHECK(ids(index, "\"cambia\"").empty());
    CHECK(ids(index, "cambia").size() == 2);
    // A mark without its fellow says nothing.
    CHECK(ids(index, "\"cambiar contrsaeña").size() == 2);
}

TEST_CASE("one word is found by its two halves, and two by what is written as one") {
    const Index index = index_of("es", {"La contraseña", "El router wifi", "Modo wi-fi del móvil"});
    CHECK(ids(index, "contra seña") == Ids{"e1"});
    CHECK(ids(index, "routerwifi").front() == "e2");
    CHECK(search(index, {.text = "routerwifi"}).corrected == "router wifi");
    CHECK(ids(index, "wifi").size() == 2);
    CHECK(ids(index, "wi-fi").size() == 2);
}

TEST_CASE("numbers, units and codes are found however they are written") {
    const Index index = index_of(
        "es", {"Error E-404", "Error E405", "Red de 5 GHz", "Red de 2.4GHz", "Router HG8145V5"});
    for (const std::string_view text : {"e404", "E 404", "E-404", "e-404"}) {
        CHECK(ids(index, text).front() == "e1");
    }
    for (const std::string_view text : {"e405", "E 405", "e-405"}) {
        CHECK(ids(index, text).front() == "e2");
    }
    for (const std::string_view text : {"5ghz", "5 ghz", "5GHz"}) {
        CHECK(ids(index, text).front() == "e3");
    }
    CHECK(ids(index, "2.4 ghz").front() == "e4");
    CHECK(ids(index, "hg8145v5") == Ids{"e5"});
}

TEST_CASE("in Spanish words are found that are written as they sound") {
    const Index index = index_of("es", {"Ver la llave", "Cambiar la hora", "Un recibo", "La vaca"});
    CHECK(ids(index, "yabe") == Ids{"e1"});
    CHECK(ids(index, "ora ") == Ids{"e2"});
    CHECK(ids(index, "resivo") == Ids{"e3"});
    CHECK(ids(index, "baca") == Ids{"e4"});
}
