#include "core/site/site.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/site/picture_size.h"
#include "tests/core/site/example.h"

using namespace ventanilla::site;

namespace {

using List = std::vector<std::string>;

Files without(const std::string& file) {
    Files files = example();
    files.erase(file);
    return files;
}

Files adding(const std::string& file, const std::string& bytes) {
    Files files = example();
    files[file] = bytes;
    return files;
}

}  // namespace

TEST_CASE("a site that is right is read whole") {
    const Reading reading = read_site(example());
    REQUIRE(reading.problems.empty());
    REQUIRE(reading.site);
    const Site& site = *reading.site;
    CHECK(site.id == "faro");
    CHECK(site.languages == List{"es", "en"});
    CHECK(site.name.at("es") == "Faro");
    CHECK(site.accent == "#0b5c6b");
    CHECK(site.team_email == "equipo@faro.example");
    CHECK(site.embed_origins == List{"https://www.faro.example"});
    CHECK(site.channels.front().hours.at("en") == "8 to 22");
    CHECK(site.popular == List{"no-internet"});
    CHECK(site.form.fields.size() == 3);
    CHECK(site.articles.at("es").size() == 2);
    CHECK(site.articles.at("es").front().id == "lights");
    CHECK(site.find_article("es", "no-internet")->slug == "sin-internet");
    CHECK(site.find_article("en", "no-internet")->slug == "no-internet");
    CHECK(site.find_article("fr", "no-internet") == nullptr);
    CHECK(site.find_article("es", "none") == nullptr);
    CHECK(site.find_guide("no-internet")->texts.at("es").steps.at("lights").choices.at("red") ==
          "Roja");
    CHECK(site.find_guide("none") == nullptr);
    CHECK(site.media.size() == 1);
}

TEST_CASE("a site without site.json says so") {
    const Reading reading = read_site({});
    CHECK(!reading.site);
    CHECK(problems({}) == List{"site.json:0 file-missing"});
}

TEST_CASE("mistakes of site.json are named with their lines") {
    CHECK(problems(with("site.json", "\"id\": \"faro\",", "\"id\": \"faro\"")) ==
          List{"site.json:4 json-syntax"});
    CHECK(problems(with("site.json", "\"#0b5c6b\"", "\"teal\"")) ==
          List{"site.json:6 site-accent"});
    for (const std::string url : {"ayuda.faro.example", "https://ayuda.faro.example/es/",
                                  "https://*.faro.example", "javascript://faro.example"}) {
        CHECK(problems(with("site.json", "\"team\":", "\"url\": \"" + url + "\", \"team\":")) ==
              List{"site.json:7 site-url"});
    }
    CHECK(problems(with("site.json", "equipo@faro.example", "equipo")) ==
          List{"site.json:7 site-email"});
    CHECK(problems(with("site.json", "https://www.faro.example", "https://faro.example/help")) ==
          List{"site.json:8 site-origin"});
    CHECK(problems(with("site.json", "https://www.faro.example", "*")) ==
          List{"site.json:8 site-origin"});
    CHECK(problems(with("site.json", "+34900000000", "call us")) ==
          List{"site.json:10 site-channel"});
    CHECK(problems(with("site.json", "\"telephone\"", "\"fax\"")) ==
          List{"site.json:10 site-channel"});
    CHECK(problems(with("site.json", "\"no-internet\"", "\"no-intrenet\"")) ==
          List{"site.json:13 article-missing"});
    CHECK(problems(with("site.json", "\"date\"", "\"day\"")) ==
          List{"site.json:19 form-field-type"});
    CHECK(problems(with("site.json", "\"popular\"", "\"favourites\"")) ==
          List{"site.json:13 json-unknown"});
    CHECK(problems(with("site.json", "\"team\": {\"email\": \"equipo@faro.example\"},", "")) ==
          List{"site.json:1 json-missing"});
    CHECK(problems(with("site.json", "\"brand\"", "\"id\"")) ==
          List{"site.json:3 json-type", "site.json:6 json-duplicate"});
}

TEST_CASE("the product's synonyms are a site's too, unless it says otherwise") {
    const auto saying = [](const std::string& synonyms) {
        return with("site.json", "\"popular\"", "\"synonyms\": " + synonyms + ",\n  \"popular\"");
    };
    CHECK(read_site(example()).site.value().regional_synonyms);
    CHECK(read_site(saying("{}")).site.value().regional_synonyms);
    CHECK_FALSE(read_site(saying(R"({"regional": false})")).site.value().regional_synonyms);
    CHECK(problems(saying(R"({"regional": "no"})")) == List{"site.json:13 json-type"});
    CHECK(problems(saying(R"({"regionales": false})")) == List{"site.json:13 json-unknown"});
    CHECK(problems(saying("false")) == List{"site.json:13 json-type"});
}

TEST_CASE("languages look like BCP 47, stand once, and each has its files") {
    CHECK(problems(with("site.json", "\"en\"]", "\"English\"]")).front() ==
          "articles/en/a.md:0 site-language");
    CHECK(problems(with("site.json", "[\"es\", \"en\"]", "[]")) ==
          List{"site.json:4 site-language"});
    CHECK(problems(with("site.json", "[\"es\", \"en\"]", "[\"es\", \"en\", \"es\"]"))
              .front()
              .starts_with("site.json:4"));
    CHECK(problems(adding("articles/fr/a.md", "")) == List{"articles/fr/a.md:0 site-language"});
    CHECK(problems(adding("guides/no-internet.fr.json", "{}")) ==
          List{"guides/no-internet.fr.json:0 site-language"});
}

TEST_CASE("a label in a language that the site does not have, or lacks, is an error at its line") {
    CHECK(problems(with("site.json", "\"label\": {\"es\": \"Llamar\", \"en\": \"Call\"}",
                        "\"label\": {\"es\": \"Llamar\", \"fr\": \"Appeler\"}")) ==
          List{"site.json:10 json-missing", "site.json:10 json-unknown"});
}

TEST_CASE("a mistyped folder or file is not left out in silence") {
    CHECK(problems(adding("article/es/c.md", "")) == List{"article/es/c.md:0 file-unknown"});
    CHECK(problems(adding("articles/c.md", "")) == List{"articles/c.md:0 file-unknown"});
    CHECK(problems(adding("articles/es/c.txt", "")) == List{"articles/es/c.txt:0 file-unknown"});
    CHECK(problems(adding("guides/a.yaml", "")) == List{"guides/a.yaml:0 file-unknown"});
    CHECK(problems(adding("media/run.html", "")) == List{"media/run.html:0 media-type"});
    CHECK(problems(adding("media/año.png", "")) == List{"media/año.png:0 media-type"});
    CHECK(problems(adding("articles/es/.draft.md", "")).empty());
    CHECK(problems(adding("guides/README.md", "")).empty());
}

TEST_CASE("links to what does not exist name the file and the line") {
    CHECK(problems(with("articles/es/a.md", "article:lights", "article:ligths")) ==
          List{"articles/es/a.md:9 article-missing"});
    CHECK(problems(with("articles/es/a.md", "guide:no-internet", "guide:nothing")) ==
          List{"articles/es/a.md:9 guide-missing"});
    CHECK(problems(with("articles/es/a.md", "media/router.svg", "media/rooter.svg")) ==
          List{"articles/es/a.md:11 media-missing"});
    CHECK(problems(with("articles/es/a.md", "[lights]", "[light]")) ==
          List{"articles/es/a.md:7 article-missing"});
    CHECK(problems(with("guides/no-internet.es.json", "article:lights", "article:ligths")) ==
          List{"guides/no-internet.es.json:5 article-missing"});
}

TEST_CASE("a link to an article whose file is broken is not a problem of its own") {
    CHECK(problems(with("articles/es/b.md", "title: lights\n", "")) ==
          List{"articles/es/b.md:1 front-matter-missing"});
}

TEST_CASE("ids and slugs are unique in each language") {
    CHECK(problems(adding("articles/es/c.md", article_text("lights", "otras-luces", "Texto."))) ==
          List{"articles/es/c.md:2 article-duplicate"});
    CHECK(problems(with("articles/es/b.md", "slug: luces", "slug: sin-internet")) ==
          List{"articles/es/b.md:4 article-duplicate"});
}

TEST_CASE("an article that lacks a translation is named once for each language") {
    CHECK(problems(without("articles/en/b.md")) ==
          List{"articles/es/b.md:2 article-translation-missing"});
    CHECK(problems(adding("articles/en/c.md", article_text("wifi", "wifi", "Text."))) ==
          List{"articles/en/c.md:2 article-translation-missing"});
}

TEST_CASE("while an article cannot be read, no translation is said to be missing in its language") {
    Files files = example();
    files["articles/es/b.md"] = "\xff";
    for (const auto& problem : read_site(files).problems) {
        CHECK(problem.rule != "article-translation-missing");
    }
}

TEST_CASE("a guide with a missing step names file and line") {
    CHECK(
        problems(with("guides/no-internet.json", "\"next\": \"solved\"", "\"next\": \"solvd\"")) ==
        List{"guides/no-internet.json:6 guide-step-missing",
             "guides/no-internet.json:7 guide-step-unreachable"});
}

TEST_CASE("a guide's file is named as its id") {
    CHECK(problems(
              with("guides/no-internet.json", "\"id\": \"no-internet\"", "\"id\": \"internet\"")) ==
          List{"guides/no-internet.json:2 guide-file-name"});
}

TEST_CASE(
    "a step that is written twice is found, although JSON would keep the last one in silence") {
    CHECK(problems(with("guides/no-internet.json", "\"solved\": {", "\"lights\": {")).front() ==
          "guides/no-internet.json:7 json-duplicate");
}

TEST_CASE("a handoff fills in fields that the form has, with values that it takes") {
    CHECK(problems(with("guides/no-internet.json", "\"kind\": \"fault\"", "\"kind\": \"party\"")) ==
          List{"guides/no-internet.json:8 guide-values"});
    CHECK(problems(with("guides/no-internet.json", "\"kind\": \"fault\"",
                        "\"topic\": \"fault\"")) == List{"guides/no-internet.json:8 guide-values"});
    CHECK(problems(with("guides/no-internet.json", "2026-10-05", "yesterday")) ==
          List{"guides/no-internet.json:8 guide-values"});
}

TEST_CASE(
    "every step and choice of a guide has its text in every language, and no text is left over") {
    CHECK(problems(without("guides/no-internet.en.json")) ==
          List{"guides/no-internet.json:0 guide-language-missing"});
    CHECK(problems(without("guides/no-internet.json")) ==
          List{"articles/es/a.md:9 guide-missing", "guides/no-internet.en.json:0 guide-missing",
               "guides/no-internet.es.json:0 guide-missing"});
    CHECK(problems(with("guides/no-internet.en.json", "\"solved\": {\"title\": \"Done!\"},", "")) ==
          List{"guides/no-internet.en.json:4 guide-text-missing"});
    CHECK(problems(with("guides/no-internet.en.json", "\"solved\"", "\"sloved\"")) ==
          List{"guides/no-internet.en.json:4 guide-text-missing",
               "guides/no-internet.en.json:6 guide-text-unused"});
    CHECK(problems(with("guides/no-internet.en.json", ", \"green\": \"Green\"", "")) ==
          List{"guides/no-internet.en.json:5 json-missing"});
    CHECK(problems(with("guides/no-internet.en.json", "\"green\": \"Green\"",
                        "\"green\": \"Green\", \"blue\": \"Blue\"")) ==
          List{"guides/no-internet.en.json:5 json-unknown"});
    CHECK(problems(with("guides/no-internet.en.json", "\"Done!\"}",
                        "\"Done!\", \"choices\": {\"a\": \"b\"}}")) ==
          List{"guides/no-internet.en.json:6 guide-text-unused"});
    CHECK(problems(with("guides/no-internet.en.json", "\"Green\"", "\"  \"")) ==
          List{"guides/no-internet.en.json:5 json-value"});
}

TEST_CASE("the Markdown of a guide's step is checked like an article's") {
    CHECK(problems(with("guides/no-internet.es.json", "Lo miramos.", "Lo\\n\\n<b>miramos</b>.")) ==
          List{"guides/no-internet.es.json:8 body-html", "guides/no-internet.es.json:8 body-html"});
}

TEST_CASE("files that are too large or no text are one problem each") {
    CHECK(problems(adding("articles/es/c.md", std::string(10'000'000, 'a'))) ==
          List{"articles/es/c.md:0 file-size"});
    CHECK(problems(adding("guides/no-internet.json", std::string(2'000'000, ' '))) ==
          List{"guides/no-internet.json:0 file-size"});
    CHECK(problems(adding("media/big.png", std::string(6'000'000, 'a'))) ==
          List{"media/big.png:0 file-size"});
    CHECK(problems(adding("guides/no-internet.en.json", "{\n\"title\": \"caf\xE9\"")) ==
          List{"guides/no-internet.en.json:2 file-utf8"});
    CHECK(problems(adding("site.json", std::string(900'000, '['))).front() ==
          "site.json:1 json-syntax");
}

TEST_CASE("a picture is what its name says") {
    CHECK(problems(adding("media/wifi.png", "<svg/>")) == List{"media/wifi.png:0 media-content"});
    CHECK(read_site(adding("media/wifi.jpeg", "\x89PNG"))
              .problems.front()
              .message.starts_with("The file is no JPEG picture"));
    CHECK(problems(adding("media/wifi.svg", "<svg")) == List{"media/wifi.svg:0 media-content"});
    CHECK(problems(adding("media/wifi.svg", "<svg/>")).empty());
}

TEST_CASE("articles and guides know how large their pictures are by themselves") {
    Files files = with("guides/no-internet.es.json", "Lo miramos.",
                       "Mira **[esto](contact:)**:\\n\\n- ![Router](media/router.svg)");
    files["media/router.svg"] = R"(<svg width="760" height="300"/>)";
    const auto site = read_site(files).site;
    REQUIRE(site);
    std::vector<PictureSize> sizes;
    const auto note = [&](const ventanilla::article::Inline& piece) {
        sizes.push_back({piece.width, piece.height});
    };
    auto body = site->find_article("es", "no-internet")->body;
    ventanilla::article::for_each_target(body, note);
    auto step = site->find_guide("no-internet")->texts.at("es").steps.at("call").body;
    ventanilla::article::for_each_target(step, note);
    const PictureSize of_a_link{};
    CHECK(sizes ==
          std::vector<PictureSize>{of_a_link, of_a_link, {760, 300}, of_a_link, {760, 300}});
}

TEST_CASE("problems come in order of file and line, each with a sentence") {
    Files files = with("articles/es/a.md", "article:lights", "article:ligths");
    files["articles/es/b.md"] = article_text("lights", "luces", "# Uno\n\n<b>");
    files["site.json"].replace(files["site.json"].find("#0b5c6b"), 7, "teal");
    const auto all = read_site(files).problems;
    CHECK(problems(files) == List{"articles/es/a.md:9 article-missing",
                                  "articles/es/b.md:8 heading-level",
                                  "articles/es/b.md:10 body-html", "site.json:6 site-accent"});
    for (const auto& problem : all) {
        CHECK(problem.message.ends_with('.'));
    }
}

TEST_CASE(
    "votes are read for articles and guides, and those on nothing are named with their line") {
    const Reading reading =
        read_site(adding("votes.json", "{\"article:lights\": {\"yes\": 12, \"no\": 3},\n"
                                       " \"guide:no-internet\": {\"yes\": 1}}"));
    REQUIRE(reading.problems.empty());
    CHECK(reading.site->votes.at("article:lights").yes == 12);
    CHECK(reading.site->votes.at("article:lights").no == 3);
    CHECK(reading.site->votes.at("guide:no-internet").no == 0);

    const auto votes = [](const std::string& bytes) {
        return problems(adding("votes.json", bytes));
    };
    CHECK(votes("{\n\"article:none\": {\"yes\": 1}}") == List{"votes.json:2 article-missing"});
    CHECK(votes("{\n\"guide:none\": {\"yes\": 1}}") == List{"votes.json:2 guide-missing"});
    CHECK(votes("{\n\"lights\": {\"yes\": 1}}") == List{"votes.json:2 json-unknown"});
    CHECK(votes("{\n\"article:lights\": {\"yes\": -1}}") == List{"votes.json:2 json-value"});
    CHECK(votes("{\n\"article:lights\": {\"maybe\": 1}}") == List{"votes.json:2 json-unknown"});
    CHECK(votes("{\n\"article:lights\": 7}") == List{"votes.json:2 json-type"});
    CHECK(votes("[]") == List{"votes.json:1 json-type"});
}

TEST_CASE("a guide's texts may name queries for which the guide stands first") {
    const std::string file = "guides/no-internet.es.json";
    const std::string from = "\"summary\": \"Paso a paso.\",";
    const Reading reading = read_site(with(file, from, from + " \"pins\": [\"no va\"],"));
    REQUIRE(reading.problems.empty());
    CHECK(reading.site->find_guide("no-internet")->texts.at("es").pins == List{"no va"});
    CHECK(reading.site->find_guide("no-internet")->texts.at("en").pins.empty());
    CHECK(problems(with(file, from, from + " \"pins\": [\"a\", \"a\"],")) ==
          List{file + ":3 json-value"});
}

TEST_CASE("a form of address is of Spanish alone") {
    std::string settings = example().at("site.json");
    const auto with = [&](const std::string& form) {
        std::string changed = settings;
        changed.insert(changed.find("  \"id\""), "  \"form_of_address\": \"" + form + "\",\n");
        return adding("site.json", changed);
    };
    CHECK(read_site(example()).site->form_of_address == FormOfAddress::kTu);
    CHECK(read_site(with("usted")).site->form_of_address == FormOfAddress::kUsted);
    CHECK(problems(with("vos")) == List{"site.json:3 site-form-of-address"});

    settings.replace(settings.find("[\"es\", \"en\"]"), 12, "[\"en\"]");
    const List found = problems(with("usted"));
    CHECK(std::ranges::find(found, "site.json:3 site-form-of-address") != found.end());
}

TEST_CASE(
    "the product's texts are worded in the site's languages, and in those that they fall back to") {
    const Files files = adding("texts/es.json", "{\n\"home.title\": \"Hola\"}");
    const Reading reading = read_site(files);
    REQUIRE(reading.site);
    const Wording& wording = reading.site->wordings.at("es").at("home.title");
    CHECK(wording.text == "Hola");
    CHECK(wording.at.line == 2);
    CHECK(problems(adding("texts/es-MX.json", "{}")) == List{"texts/es-MX.json:0 site-language"});
    CHECK(problems(adding("texts/es.json", "{\"home.title\": []}")) ==
          List{"texts/es.json:1 json-type"});
}
