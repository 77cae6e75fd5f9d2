#include "core/site/catalog.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/base/json.h"
#include "tests/core/base/json_edit.h"
#include "tests/core/site/example.h"

using namespace ventanilla::site;
using ventanilla::base::Json;
using ventanilla::base::parse_json;
using ventanilla::base::write_json;

namespace {

const Site& site() {
    static const Site kSite = read_site(example()).site.value();
    return kSite;
}

Timetable hours() {
    return {.week = {0, 0, 540, 1, 1080, 0},
            .around = {minutes_of("2026-12-25").value(), 0},
            .texts = {"cerrado", "hasta las 18:00"}};
}

Catalog catalog() {
    Catalog made;
    made.site = "faro";
    made.name = "Faro";
    made.language = "es";
    made.accent = "#0b5c6b";
    made.texts = "/data/es/texts.json";
    made.annex = "/widget/annex-es.wasm";
    made.messages =
        ventanilla::text::Messages(Json{{"receipt.title", "Hemos recibido tu solicitud"}});
    made.channels = {{ChannelKind::kTelephone, "Llamar", "De 8 a 22", "tel:+34900000000"}};
    made.channels.push_back(
        {ChannelKind::kCallback, "Llamadme", "", "/es/contacto?field.kind=fault", hours()});
    made.translations = {{"English", "/en/"}};
    made.popular = {"no-internet"};
    made.categories = {{"conexion", "Conexión", 1}};
    made.articles = {{"no-internet", "/es/articulos/sin-internet", "Sin internet", "Resumen",
                      "/data/es/a.3fa9c2.json"}};
    made.guides = {{"no-internet", "/es/guias/no-internet", "No tengo internet", "Paso a paso",
                    "/data/es/g.77aa.json"}};
    made.form = site().form;
    made.index = "/data/es/index.77aa/";
    return made;
}

ArticlePage article_page() {
    const auto& article = *site().find_article("es", "no-internet");
    return {article.id,
            article.title,
            article.summary,
            article.updated,
            article.body,
            article.related,
            {{"English", "/en/articles/no-internet"}}};
}

GuidePage guide_page() {
    const SiteGuide& guide = *site().find_guide("no-internet");
    return {guide.guide, guide.texts.at("es")};
}

// The JSON with one value exchanged; null takes the member away.
Json exchanged(Json json, const std::string& pointer, Json value) {
    Json* parent = &json;
    std::size_t begin = 1;
    for (auto end = pointer.find('/', begin); end != std::string::npos;
         end = pointer.find('/', begin)) {
        const std::string part = pointer.substr(begin, end - begin);
        parent = parent->is_array() ? &(*parent)[std::stoul(part)] : &(*parent)[part];
        begin = end + 1;
    }
    if (value.is_null()) {
        ventanilla::base::erase(*parent, pointer.substr(begin));
    } else {
        (*parent)[pointer.substr(begin)] = std::move(value);
    }
    return json;
}

}  // namespace

TEST_CASE("a catalog arrives at the browser as the builder wrote it") {
    const std::string written = write_json(to_json(catalog()));
    const auto json = parse_json(written);
    REQUIRE(json);
    const auto read = catalog_from_json(*json);
    REQUIRE(read);
    CHECK(write_json(to_json(*read)) == written);
    CHECK(read->messages.text("receipt.title") == "Hemos recibido tu solicitud");
    CHECK(read->texts == "/data/es/texts.json");
    CHECK(read->channels.front().address == "tel:+34900000000");
    CHECK(read->form.find_field("since")->condition);
    CHECK(!written.contains("\"en\""));
}

TEST_CASE("a notice arrives with its times, and a catalog without one costs nothing") {
    CHECK(!write_json(to_json(catalog())).contains("notice"));
    Catalog made = catalog();
    made.notice = CatalogNotice{.text = "Avería", .is_warning = true, .article = "no-internet"};
    Json json = to_json(made);
    CHECK(to_json(catalog_from_json(json).value()) == json);
    made.notice->from = 7;
    made.notice->until = 9;
    json = to_json(made);
    CHECK(to_json(catalog_from_json(json).value()) == json);
    for (const Json& wrong : {Json(7), Json::array({7}), Json{{"text", 7}}}) {
        CHECK(!catalog_from_json(exchanged(json, "/notice", wrong)));
    }
}

TEST_CASE("hours in a wrong shape say nothing") {
    const Json good = to_json(catalog());
    const std::string open = "/channels/1/open";
    for (const Json& wrong :
         {exchanged(good, open, 7), exchanged(good, open + "/week", Json::array({0, 7})),
          exchanged(good, open + "/week", Json::array({0})),
          exchanged(good, open + "/texts", Json::array({7}))}) {
        const auto read = catalog_from_json(wrong);
        REQUIRE(read);
        CHECK(said_at(*read->channels[1].open, 5).empty());
    }
}

TEST_CASE("an article and a guide arrive at the browser as the builder wrote them") {
    const std::string article = write_json(to_json(article_page()));
    CHECK(write_json(to_json(article_page_from_json(parse_json(article).value()).value())) ==
          article);
    const std::string guide = write_json(to_json(guide_page()));
    CHECK(write_json(to_json(guide_page_from_json(parse_json(guide).value()).value())) == guide);
}

TEST_CASE("a catalog that lacks a part, or has it in a wrong shape, is refused with a message") {
    const Json good = to_json(catalog());
    REQUIRE(catalog_from_json(good));
    for (const auto& [name, part] : good.members()) {
        CAPTURE(name);
        for (const Json& wrong : {Json(), Json(7), Json::array({7}), Json{{"x", Json::array()}}}) {
            const auto read = catalog_from_json(exchanged(good, "/" + name, wrong));
            REQUIRE(!read);
            CHECK(!read.error().empty());
        }
    }
    for (const Json& wrong : {Json(), Json(1), Json::array(), Json("x")}) {
        CHECK(!catalog_from_json(wrong));
        CHECK(!article_page_from_json(wrong));
        CHECK(!guide_page_from_json(wrong));
    }
}

TEST_CASE("of a catalog its form can be read later, and by itself") {
    const Json good = to_json(catalog());
    const auto without = catalog_without_form(exchanged(good, "/form", 7));
    REQUIRE(without);
    CHECK(without->form.fields.empty());
    CHECK(without->articles.size() == 1);
    const auto form = form_of_catalog(*good.find("form"), "es");
    REQUIRE(form);
    CHECK(form->fields.size() == catalog().form.fields.size());
    const auto wrong = form_of_catalog(Json(7), "es");
    REQUIRE(!wrong);
    CHECK(wrong.error().starts_with("\"form\""));
}

TEST_CASE("categories hold each article of a catalog once, and have ids that stand in addresses") {
    const Json good = to_json(catalog());
    CHECK(!catalog_from_json(exchanged(good, "/categories", Json::array())));
    CHECK(!catalog_from_json(exchanged(good, "/categories/0/articles", 0)));
    CHECK(!catalog_from_json(exchanged(good, "/categories/0/articles", 2)));
    CHECK(!catalog_from_json(exchanged(good, "/categories/0/articles", -1)));
    CHECK(!catalog_from_json(exchanged(good, "/categories/0/articles", 4'294'967'297)));
    CHECK(!catalog_from_json(exchanged(good, "/categories/0/id", "../x")));
    CHECK(!catalog_from_json(exchanged(good, "/categories/0/title", 7)));
}

TEST_CASE("addresses in a catalog stay on the help origin, and channels lead to people") {
    const Json good = to_json(catalog());
    CHECK(!catalog_from_json(exchanged(good, "/articles/0/address", "https://evil.example/")));
    CHECK(!catalog_from_json(exchanged(good, "/articles/0/file", "//evil.example/a.json")));
    CHECK(!catalog_from_json(exchanged(good, "/index", "javascript:alert(1)")));
    CHECK(!catalog_from_json(exchanged(good, "/annex", "https://evil.example/a.wasm")));
    CHECK(!catalog_from_json(exchanged(good, "/channels/0/address", "javascript:alert(1)")));
    CHECK(!catalog_from_json(exchanged(good, "/channels/0/address", "/es/contacto")));
    CHECK(!catalog_from_json(exchanged(good, "/channels/1/address", "//evil.example/")));
    CHECK(!catalog_from_json(exchanged(good, "/articles/0/id", "<b>")));
    CHECK(!catalog_from_json(exchanged(good, "/language", "no language")));
    CHECK(!catalog_from_json(exchanged(good, "/accent", "red;")));
}

TEST_CASE("an article or guide page in a wrong shape is refused with a message") {
    const Json article = to_json(article_page());
    for (const auto& [name, part] : article.members()) {
        CAPTURE(name);
        CHECK(!article_page_from_json(exchanged(article, "/" + name, nullptr)));
        CHECK(!article_page_from_json(exchanged(article, "/" + name, 7)));
    }
    const Json guide = to_json(guide_page());
    CHECK(!guide_page_from_json(exchanged(guide, "/guide/start", "nowhere")));
    CHECK(!guide_page_from_json(exchanged(guide, "/text/title", nullptr)));
    CHECK(!guide_page_from_json(exchanged(guide, "/text/steps/lights", nullptr)));
    CHECK(!guide_page_from_json(exchanged(guide, "/text/steps/lights", 7)));
    CHECK(!guide_page_from_json(exchanged(guide, "/text/steps/lights/body", nullptr)));
    CHECK(!guide_page_from_json(exchanged(guide, "/text/steps/lights/choices/red", nullptr)));
    CHECK(!guide_page_from_json(exchanged(guide, "/text/steps/lights/choices/red", 7)));
}
