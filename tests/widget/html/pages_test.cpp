#include "widget/html/pages.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "core/base/json.h"
#include "widget/html/first_screens.h"
#include "widget/html/panel_page.h"

using namespace ventanilla;
using namespace ventanilla::html;

namespace {

constexpr const char* kAttack = "\"><script>alert('x')</script>";

base::Json texts(const std::string& area, const std::string& language) {
    std::ifstream file("assets/texts/" + area + "." + language + ".json", std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)),
                            std::istreambuf_iterator<char>());
    auto json = base::parse_json(bytes);
    REQUIRE(json.has_value());
    return *json;
}

Portal portal_in(const std::string& language, const std::string& name = "Faro Fibra") {
    base::Json all = texts("app", language);
    all.update(texts("portal", language));
    return {
        .language = language,
        .name = name,
        .messages = text::Messages(all),
        .home = "/" + language + "/",
        .contact = "/" + language + "/contacto",
        .search = "/" + language + "/buscar",
        .catalog = "/data/" + language + ".json",
        .take_over = {},
        .stylesheet = "/assets/portal.css",
        .reading = {.script = "/assets/reading.js", .stylesheet = "/assets/reading.css"},
        .icon = "/assets/icon.svg",
        .policy = "default-src 'none'",
        .header_policy = "default-src 'none'",
        .channels = {{site::ChannelKind::kTelephone, "Llamar al 900", "De 8 a 22 h", "tel:900"}}};
}

site::Teaser teaser(const std::string& id, const std::string& title) {
    return {
        .id = id, .address = "/es/articulos/" + id, .title = title, .summary = title, .file = ""};
}

site::GuidePage small_guide(const std::string& title) {
    const auto json = base::parse_json(R"({
        "id": "wifi", "version": 1, "start": "lights",
        "steps": {
            "call": {"kind": "outcome", "result": "handoff"},
            "done": {"kind": "outcome", "result": "solved"},
            "lights": {"kind": "question", "choices": [{"id": "red", "next": "call"},
                                                       {"id": "green", "next": "done"}]}
        }})");
    site::GuidePage page;
    page.guide = guide::read_guide(*json).value();
    page.text.title = title;
    page.text.summary = title;
    page.text.steps["lights"].title = title;
    page.text.steps["lights"].choices = {{"red", title}, {"green", "Verde"}};
    page.text.steps["call"].title = "Te llamamos";
    page.text.steps["done"].title = "Listo";
    return page;
}

// Every page of a language, with `text` wherever an author can write one.
std::vector<std::string> all_pages(const std::string& language, const std::string& text) {
    const Portal portal = portal_in(language, text);
    const Translations translations = {{"es", "Español", "/es/x"}, {"en", text, "/en/x"}};
    const site::Teaser entry = teaser("wifi", text);
    site::Catalog catalog;
    catalog.name = text;
    catalog.language = language;
    catalog.messages = portal.messages;
    catalog.channels = portal.channels;
    catalog.popular = {"wifi"};
    catalog.categories = {{"c", text, 1}};
    catalog.articles = {entry};
    catalog.guides = {entry};
    FirstScreens screens(catalog);
    site::ArticlePage article;
    article.id = "wifi";
    article.title = text;
    article.summary = text;
    article.updated = "2026-11-03";
    std::vector<std::string> pages = {
        home_page(portal, translations, screens.home()),
        article_page(portal, translations,
                     {.screen = screens.article(article),
                      .summary = text,
                      .address = "/es/articulos/wifi",
                      .category = text,
                      .category_address = "/es/temas/c"}),
        guide_page(portal, translations, {.guide = small_guide(text), .address = "/es/guias/wifi"}),
        contact_page(portal, translations),
        place_page(portal, translations, screens.category(catalog.categories.front()).front())};
    for (const Refusal& refusal : kRefusals) {
        pages.push_back(refusal_page(portal, translations, refusal));
    }
    pages.push_back(panel_page(portal, {.stylesheet = "/p.css",
                                        .script = "/p.js",
                                        .idle_script = "/i.js",
                                        .core = "/c.wasm",
                                        .catalog = "/c.json",
                                        .accent = "#0b5c6b"}));
    return pages;
}

std::ptrdiff_t count(const std::string& text, const std::regex& pattern) {
    return std::distance(std::sregex_iterator(text.begin(), text.end(), pattern),
                         std::sregex_iterator());
}

}  // namespace

TEST_CASE("every page has a language, one first heading, one main and a policy") {
    const std::string language = GENERATE("es", "en", "pt");
    for (const std::string& page : all_pages(language, "Wifi")) {
        CHECK(page.starts_with("<!doctype html>\n<html lang=\"" + language + "\">"));
        CHECK(count(page, std::regex("<h1[ >]")) == 1);
        CHECK(count(page, std::regex("<main[ >]")) == 1);
        CHECK(count(page, std::regex("http-equiv=\"Content-Security-Policy\"")) == 1);
        CHECK(count(page, std::regex("<title>[^<]+</title>")) == 1);
        CHECK(count(page, std::regex("name=\"viewport\"")) == 1);
    }
}

TEST_CASE("no page misses a text") {
    const std::string language = GENERATE("es", "en", "pt");
    const std::regex key(
        R"re(>(portal|app|home|person|article|guide|form|error|action|search)\.[a-z_.]+<)re");
    const std::regex gap(R"re(\{[a-z]+\})re");
    for (const std::string& page : all_pages(language, "Wifi")) {
        CHECK(count(page, key) == 0);
        CHECK(count(page, gap) == 0);
    }
}

TEST_CASE(
    "a refused customer reads what she can do now, each time something else, and finds a person") {
    const std::string language = GENERATE("es", "en", "pt");
    const Portal portal = portal_in(language);
    std::set<std::string> leads;
    for (const Refusal& refusal : kRefusals) {
        CAPTURE(refusal.status);
        const std::string page = refusal_page(portal, {}, refusal);
        const std::string lead = portal.messages.text(std::string(refusal.texts) + ".text");
        CHECK(lead != std::string(refusal.texts) + ".text");
        CHECK(page.find(lead) != std::string::npos);
        CHECK(page.find("href=\"" + portal.contact + "\" data-ventanilla-route") !=
              std::string::npos);
        CHECK(page.find("href=\"tel:900\"") != std::string::npos);
        CHECK(page.find("noindex") != std::string::npos);
        leads.insert(lead);
    }
    CHECK(leads.size() == kRefusals.size());
}

TEST_CASE("no page runs what an author typed") {
    for (const std::string& page : all_pages("es", kAttack)) {
        CHECK(page.find("<script>") == std::string::npos);
        CHECK(page.find("alert('x')</script>") == std::string::npos);
        CHECK(page.find("&quot;&gt;&lt;script&gt;") != std::string::npos);
    }
}

TEST_CASE("the languages have the same texts") {
    const auto keys_of = [](const base::Json& json) {
        std::set<std::string> keys;
        for (const auto& [key, text] : json.members()) {
            keys.insert(key);
        }
        return keys;
    };
    CHECK(keys_of(texts("portal", "es")) == keys_of(texts("portal", "en")));
}

TEST_CASE("a date is written out in the page's language") {
    CHECK(all_pages("es", "Wifi")[1].find(">3 de noviembre de 2026<") != std::string::npos);
    CHECK(all_pages("en", "Wifi")[1].find(">November 3, 2026<") != std::string::npos);
}

TEST_CASE("a guide can be walked through without JavaScript") {
    const std::string page = guide_page(
        portal_in("es"), {}, {.guide = small_guide("Luces"), .address = "/es/guias/wifi"});
    CHECK(page.find("<a href=\"#step-call\">Luces</a>") != std::string::npos);
    CHECK(page.find("id=\"step-call\"") != std::string::npos);
    // The start comes first, whatever the order in the file.
    CHECK(page.find("id=\"step-lights\"") < page.find("id=\"step-call\""));
    // Only an outcome that is not solved offers the form by itself.
    const std::string call = page.substr(page.find("id=\"step-call\""), 600);
    CHECK(call.find("data-ventanilla-route=\"/es/contacto\"") != std::string::npos);
}

TEST_CASE("every page has a way to a person, and the channels") {
    for (const std::string& page : all_pages("es", "Wifi")) {
        CHECK(page.find("href=\"/es/contacto\"") != std::string::npos);
        CHECK(page.find("href=\"tel:900\"") != std::string::npos);
    }
}

TEST_CASE("the panel's fallback leads out of the frame, since portal pages cannot be framed") {
    const std::string page = all_pages("es", "Wifi").back();
    CHECK(page.find("<a href=\"/es/\" target=\"_blank\" rel=\"noopener\">") != std::string::npos);
    CHECK(page.find("<a href=\"tel:900\">") != std::string::npos);
}
