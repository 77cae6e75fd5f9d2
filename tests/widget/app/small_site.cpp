#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "core/base/json.h"
#include "core/search/building/builder.h"
#include "core/search/format/shard.h"
#include "core/site/address.h"
#include "core/site/catalog.h"
#include "tests/widget/app/host.h"

namespace ventanilla::test {
namespace {

using base::Json;

constexpr const char* kCatalog = "/data/es/catalog.json";

Json read_texts(const std::string& area) {
    std::ifstream file("assets/texts/" + area + ".es.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    auto json = base::parse_json(text);
    REQUIRE(json.has_value());
    return *json;
}

text::Messages messages() {
    Json texts = read_texts("app");
    texts.update(read_texts("field"));
    return text::Messages(std::move(texts));
}

Json parse(std::string_view text) {
    auto json = base::parse_json(text);
    REQUIRE(json.has_value());
    return *json;
}

const std::string_view kForm = R"({"id":"contact","fields":[
  {"id":"kind","type":"choice","required":true,"label":{"es":"¿De qué se trata?"},
   "options":[{"id":"query","label":{"es":"Una consulta"}},{"id":"fault","label":{"es":"Una avería"}}]},
  {"id":"line","type":"telephone","required":true,"when":{"==":[{"var":"kind"},"fault"]},
   "label":{"es":"Línea afectada"}},
  {"id":"email","type":"email","required":true,"label":{"es":"Correo electrónico"}},
  {"id":"message","type":"long-text","required":true,"label":{"es":"Cuéntanos qué pasa"}}]})";

const std::string_view kGuide = R"({"id":"no-internet","version":1,"start":"lights","steps":{
  "lights":{"kind":"question","choices":[{"id":"off","next":"plug"},{"id":"red","next":"call"}]},
  "plug":{"kind":"instruction","choices":[{"id":"works","next":"solved"},{"id":"same","next":"call"}]},
  "solved":{"kind":"outcome","result":"solved"},
  "call":{"kind":"outcome","result":"handoff","values":{"kind":"fault"}}}})";

site::StepText step_text(std::string title, std::map<std::string, std::string> choices) {
    return {std::move(title), {}, std::move(choices)};
}

site::GuideText guide_text() {
    site::GuideText text{"No tengo internet", "Paso a paso.", {}};
    text.steps["lights"] = step_text("¿Qué luces ves?", {{"off", "Ninguna"}, {"red", "Una roja"}});
    text.steps["plug"] =
        step_text("Enchufa el router", {{"works", "Ya funciona"}, {"same", "Sigue igual"}});
    text.steps["solved"] = step_text("Listo", {});
    text.steps["call"] = step_text("Lo miramos nosotros", {});
    return text;
}

article::Block block(article::BlockKind kind, std::string text) {
    article::Block block;
    block.kind = kind;
    block.inlines.push_back({article::InlineKind::kText, std::move(text), {}, {}});
    return block;
}

article::Document body_of(const std::vector<search::Section>& sections) {
    article::Document body;
    for (const search::Section& section : sections) {
        if (!section.heading.empty()) {
            body.blocks.push_back(block(article::BlockKind::kHeading, section.heading));
            body.blocks.back().number = 2;
            body.blocks.back().anchor = section.anchor;
        }
        body.blocks.push_back(block(article::BlockKind::kParagraph, section.text));
    }
    return body;
}

struct Builder {
    site::Catalog catalog;
    std::map<std::string, std::string> files;
    search::IndexBuilder index{"es"};

    // In order of id, category after category.
    void add_article(const std::string& id, const std::string& title,
                     std::vector<search::Section> sections, std::vector<std::string> related = {}) {
        const std::string summary = sections.front().text;
        site::Teaser teaser{id, site::article_address("es", catalog.messages, id), title, summary,
                            "/data/es/articles/" + id + ".json"};
        files[teaser.file] =
            base::write_json(site::to_json(site::ArticlePage{id,
                                                             title,
                                                             summary,
                                                             "2026-10-05",
                                                             body_of(sections),
                                                             related,
                                                             {{"English", "/en/articles/" + id}}}));
        REQUIRE(index.add({.id = "article:" + id,
                           .url = teaser.address,
                           .title = title,
                           .summary = {},
                           .tags = {},
                           .sections = std::move(sections)}));
        catalog.articles.push_back(std::move(teaser));
        catalog.popular.push_back(id);
    }

    void add_guide() {
        auto guide = guide::read_guide(parse(kGuide));
        REQUIRE(guide.has_value());
        site::Teaser teaser{
            "no-internet", site::guide_address("es", catalog.messages, "no-internet"),
            "No tengo internet", "Paso a paso.", "/data/es/guides/no-internet.json"};
        files[teaser.file] =
            base::write_json(site::to_json(site::GuidePage{std::move(*guide), guide_text()}));
        REQUIRE(index.add({.id = "guide:no-internet",
                           .url = teaser.address,
                           .title = "Asistente",
                           .summary = {},
                           .tags = {},
                           .sections = {},
                           .pins = {"luz roja en el router"}}));
        catalog.guides.push_back(std::move(teaser));
    }

    HelpOrigin finish() {
        catalog.index = "/data/es/index/";
        search::ShardId number = 0;
        for (std::string& shard : std::move(index).finish()) {
            files[catalog.index + search::shard_name(number++)] = std::move(shard);
        }
        files[kCatalog] = base::write_json(site::to_json(catalog));
        return {"es", kCatalog, std::move(files)};
    }
};

HelpOrigin build() {
    Builder builder;
    site::Catalog& catalog = builder.catalog;
    catalog.site = "faro-fibra";
    catalog.name = "Faro Fibra";
    catalog.language = "es";
    catalog.messages = messages();
    catalog.texts = "/data/es/texts.json";
    builder.files[catalog.texts] = base::write_json(read_texts("place"));
    catalog.channels = {
        {site::ChannelKind::kTelephone, "Llamar al 900 000 000", "De 8 a 22 h", "tel:+34900000000"},
        {site::ChannelKind::kEmail, "Escribir un correo", "", "mailto:hola@farofibra.example"}};
    auto form = ticket::read_form(parse(kForm), {"es"});
    REQUIRE(form.has_value());
    catalog.form = std::move(*form);
    builder.add_article(
        "luces", "Qué dicen las luces",
        {{"", "", "Míralas de cerca."},
         {"La luz roja", "la-luz-roja", "Falta la señal de la calle."},
         {"La luz parpadea", "la-luz-parpadea", "Espera: está arrancando la centralita."},
         {"Apagada", "apagada", "Mira si está enchufado."},
         {"Verde", "verde", "Todo está bien."}});
    builder.add_article("sin-internet", "No tengo internet: qué hacer",
                        {{"", "", "Comprueba los cables."}}, {"wifi-lento"});
    builder.add_article("wifi-lento", "El wifi va lento",
                        {{"", "", "Acércate al router y prueba otra vez."}});
    builder.add_article("factura", "Entender la factura",
                        {{"", "", "Cada línea de tu factura, explicada."}});
    catalog.translations = {{"English", "/en/"}};
    catalog.categories = {{"conexion", "Conexión", 3}, {"otros", "", 1}};
    builder.add_guide();
    return builder.finish();
}

}  // namespace

const HelpOrigin& small_site() {
    static const HelpOrigin kSite = build();
    return kSite;
}

}  // namespace ventanilla::test
