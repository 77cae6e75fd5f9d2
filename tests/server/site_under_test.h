// tests/server/site_under_test.h
//
// A small site in two languages, with one guide and one article, and the product's own texts.
#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>

#include "core/base/json.h"
#include "core/site/site.h"
#include "server/api/texts.h"

namespace ventanilla::test {

inline base::Json read_json_file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    auto json = base::parse_json(text);
    if (!json) {
        throw std::runtime_error(path + ": " + json.error().message);
    }
    return std::move(*json);
}

// Tests run in the repository's root.
inline api::Texts product_texts() {
    api::Texts texts;
    for (const std::string language : {"es", "en"}) {
        base::Json all = read_json_file("assets/texts/server." + language + ".json");
        all.update(read_json_file("assets/texts/app." + language + ".json"));
        all.update(read_json_file("assets/texts/field." + language + ".json"));
        texts.emplace(language, text::Messages(std::move(all)));
    }
    return texts;
}

inline site::Site site_under_test() {
    using ticket::FieldType;
    site::Site site;
    site.id = "faro";
    site.languages = {"es", "en"};
    site.name = {{"es", "Faro Fibra"}, {"en", "Faro Fibra"}};
    site.team_email = "equipo@faro.example";
    site.form.id = "contact";
    const auto field = [&site](const char* id, FieldType type, bool required, const char* label) {
        ticket::Field added;
        added.id = id;
        added.type = type;
        added.required = required;
        added.label = {{"es", label}, {"en", id}};
        site.form.fields.push_back(std::move(added));
    };
    field("kind", FieldType::kChoice, true, "¿De qué se trata?");
    site.form.fields.back().options = {{"query", {{"es", "Una consulta"}, {"en", "A question"}}},
                                       {"fault", {{"es", "Una avería"}, {"en", "A fault"}}}};
    field("message", FieldType::kLongText, true, "Cuéntanos qué pasa");
    field("email", FieldType::kEmail, true, "Tu correo");
    field("urgent", FieldType::kCheck, false, "¿Es urgente?");

    site::SiteGuide guide;
    guide.guide.id = "no-internet";
    guide.guide.version = 2;
    guide.guide.start = "lights";
    guide.guide.steps.resize(3);
    guide.guide.steps[0].id = "lights";
    guide.guide.steps[0].choices = {{"red", "call-us"}, {"green", "solved"}};
    guide.guide.steps[1].id = "call-us";
    guide.guide.steps[1].kind = guide::StepKind::kOutcome;
    guide.guide.steps[1].result = guide::Result::kHandoff;
    guide.guide.steps[2].id = "solved";
    guide.guide.steps[2].kind = guide::StepKind::kOutcome;
    site::GuideText text;
    text.title = "No tengo internet";
    text.steps["lights"] = {"¿Qué luces ves?", {}, {{"red", "Una roja"}, {"green", "Verdes"}}};
    text.steps["call-us"] = {"Lo miramos nosotros", {}, {}};
    guide.texts["es"] = std::move(text);
    site.guides.push_back(std::move(guide));

    for (const std::string& language : site.languages) {
        article::Article article;
        article.id = "router";
        site.articles[language].push_back(std::move(article));
    }
    return site;
}

}  // namespace ventanilla::test
