#include <catch2/catch_test_macros.hpp>
#include <string>

#include "cli/checked_site.h"
#include "cli/share_folder.h"
#include "core/base/json.h"
#include "tests/cli/console.h"
#include "tests/cli/folders.h"
#include "tests/server/temporary_folder.h"

using namespace ventanilla;
using test::run;

namespace {

// A small site whose file texts/<name> holds these words.
class WordedSite {
public:
    explicit WordedSite(const std::string& words, const std::string& name = "es.json") {
        test::make_site(folder_.path());
        word(name, words);
    }

    void word(const std::string& name, const std::string& words) const {
        test::write_file(folder_.path() / "texts" / name, words);
    }

    // The site in other languages than Spanish.
    void speak(const std::string& tags) const {
        std::string settings = test::read_file(folder_.path() / "site.json");
        settings.replace(settings.find(R"(["es"])"), 6, tags);
        test::write_file(folder_.path() / "site.json", settings);
    }

    void translate(const std::string& language) const {
        std::filesystem::create_directories(folder_.path() / "articles" / language);
        std::filesystem::copy_file(folder_.path() / "articles/es/wifi.md",
                                   folder_.path() / "articles" / language / "wifi.md");
        for (const std::string name : {"{ \"es\": \"Pequeña & Hijos\"", "{ \"es\": \"Tipo\"",
                                       "{ \"es\": \"Consulta\"", "{ \"es\": \"Correo\""}) {
            std::string settings = test::read_file(folder_.path() / "site.json");
            const std::size_t at = settings.find(name);
            settings.insert(at + name.size(), ", \"" + language + "\": \"Hola\"");
            test::write_file(folder_.path() / "site.json", settings);
        }
    }

    [[nodiscard]] std::string lint() const {
        return run("assets", {"lint", folder_.path().string()}).out;
    }

    [[nodiscard]] std::string says(const std::string& language, const std::string& key) const {
        const cli::CheckedSite checked = cli::check_site(folder_.path(), cli::read_texts("assets"));
        for (const base::Problem& problem : checked.problems) {
            UNSCOPED_INFO(base::to_text(problem));
        }
        REQUIRE(checked.site);
        return checked.texts.messages(language).text(key);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

private:
    test::TemporaryFolder folder_;
};

void has(const std::string& text, const std::string& part) {
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
}

}  // namespace

TEST_CASE("a site says it in its own words, and the rest in ours") {
    const WordedSite site(
        R"({"$schema": "texts.schema.json", "home.title": "Hola, ¿qué necesitas?"})");
    CHECK(site.lint() == "No problems.\n");
    CHECK(site.says("es", "home.title") == "Hola, ¿qué necesitas?");
    CHECK(site.says("es", "form.send") == "Enviar");
}

TEST_CASE("a site's words are in the panel, on the pages and on the launcher") {
    const WordedSite site(
        R"({"home.title": "Hola, ¿qué necesitas?", "launcher.open": "Pregunta",
            "portal.nav.home": "Portada", "path.contact": "hablar"})");
    test::TemporaryFolder folder;
    test::make_share(folder.path() / "share");
    const auto out = folder.path() / "out";
    const test::Run built =
        run(folder.path() / "share", {"build", site.path().string(), "--out", out.string()});
    INFO(built.log);
    REQUIRE(built.code == 0);
    has(test::read_file(out / "es/index.html"), "Hola, ¿qué necesitas?");
    has(test::read_file(out / "es/hablar/index.html"), ">Portada<");
    has(test::read_file(out / "embed.js"), R"("launcher":"Pregunta")");
    for (const auto& entry : std::filesystem::directory_iterator(out / "data/es")) {
        if (entry.path().filename().string().starts_with("catalog")) {
            has(test::read_file(entry.path()), R"("home.title":"Hola, ¿qué necesitas?")");
        }
    }
}

TEST_CASE("a text that Ventanilla does not have is named with its line") {
    const WordedSite site("{\n  \"home.titel\": \"Hola\"\n}");
    has(site.lint(), "texts/es.json:2:17: error[text-unknown]: Ventanilla has no text "
                     "\"home.titel\"");
}

TEST_CASE("what is filled into a text has its place, and nothing else has") {
    const WordedSite site(R"({"search.none": "Nada."})");
    has(site.lint(), "error[text-placeholder]: The text must hold {query}");
    site.word("es.json", R"({"search.none": "Nada para {query} de {quer}."})");
    has(site.lint(), "error[text-placeholder]: Nothing stands for {quer} ");
    site.word("es.json", R"({"search.none": "{query}: nada."})");
    CHECK(site.lint() == "No problems.\n");
}

TEST_CASE("a text that counts is worded in both of its forms, and one may leave out the number") {
    const WordedSite site(R"({"search.count.other": "{count} hallazgos"})");
    has(site.lint(), "error[text-plural]: Where \"search.count.other\" is worded, "
                     "\"search.count.one\" must be too");
    site.word("es.json",
              R"({"search.count.one": "un hallazgo", "search.count.other": "{count} hallazgos"})");
    CHECK(site.lint() == "No problems.\n");
    site.word("es.json",
              R"({"search.count.one": "{count} hallazgo", "search.count.other": "hallazgos"})");
    has(site.lint(), "The text must hold {count}");
}

TEST_CASE("a word of an address can stand in one, and is no other's") {
    const WordedSite site(R"({"path.contact": "háblanos"})");
    has(site.lint(), "error[text-path]: A part of an address");
    site.word("es.json", R"({"path.contact": "guias"})");
    has(site.lint(), "error[text-path]: The word is taken by \"path.guides\"");
    site.word("es.json", R"({"path.contact": "guias", "path.guides": "pasos"})");
    CHECK(site.lint() == "No problems.\n");
}

TEST_CASE("words that are no texts are refused like those of any other file") {
    const WordedSite site("{\"home.title\": 5,\n\"form.send\": \"  \"}");
    has(site.lint(), "texts/es.json:1:16: error[json-type]");
    has(site.lint(), "texts/es.json:2:14: error[json-value]");
}

TEST_CASE("words in a language that the site does not have are refused") {
    const WordedSite site(R"({"home.title": "Hello"})", "en.json");
    has(site.lint(), "texts/en.json: error[site-language]");
}

TEST_CASE("variants of a language share its words, and the nearest ones are taken") {
    const WordedSite site(R"({"home.title": "Hola", "form.send": "Mandar"})");
    site.translate("es-MX");
    site.translate("es-ES");
    site.speak(R"(["es", "es-MX", "es-ES"])");
    site.word("es-419.json", R"({"home.title": "Bienvenidos", "panel.title": "Apoyo"})");
    site.word("es-MX.json", R"({"home.title": "Quihubo"})");
    CHECK(site.lint() == "No problems.\n");
    CHECK(site.says("es", "home.title") == "Hola");
    CHECK(site.says("es-ES", "home.title") == "Hola");
    CHECK(site.says("es-MX", "home.title") == "Quihubo");
    CHECK(site.says("es-MX", "panel.title") == "Apoyo");
    CHECK(site.says("es-MX", "form.send") == "Mandar");
    CHECK(site.says("es-MX", "form.title") == "Escríbenos");
}

TEST_CASE("a language of a site's own takes what it does not word from the default one") {
    const WordedSite site(R"({"home.title": "Kaixo"})", "eu.json");
    site.translate("eu");
    site.speak(R"(["es", "eu"])");
    CHECK(site.lint() == "No problems.\n");
    CHECK(site.says("eu", "home.title") == "Kaixo");
    CHECK(site.says("eu", "form.send") == "Enviar");
}

TEST_CASE("the texts are printed as a file of words would hold them") {
    const test::Run ours = run("assets", {"texts"});
    CHECK(ours.code == 0);
    has(ours.out, "\n  \"form.send\": \"Enviar\",\n");
    CHECK(base::parse_json(ours.out).has_value());
    has(run("assets", {"texts", "--language", "en"}).out, "\"form.send\": \"Send\"");
    CHECK(run("assets", {"texts", "--language", "eo"}).code == 1);

    const WordedSite site(R"({"form.send": "Mandar"})");
    const test::Run all = run("assets", {"texts", site.path().string()});
    has(all.out, "\"form.send\": \"Mandar\"");
    site.word("es.json", all.out);
    CHECK(site.lint() == "No problems.\n");
}
