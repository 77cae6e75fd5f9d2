#include "cli/publish/rules.h"

#include <algorithm>
#include <utility>

#include "core/base/json.h"

namespace ventanilla::publish {
namespace {

using base::Json;

Json conditions(const site::Rule& rule) {
    Json json = Json::object();
    if (!rule.pages.empty()) {
        json["pages"] = Json::texts(rule.pages);
    }
    for (const auto& [name, values] : rule.context) {
        json["context"][name] = Json::texts(values);
    }
    if (rule.after > 0) {
        json["after"] = rule.after;
    }
    return json;
}

bool has(const site::Catalog& catalog, std::string_view name) {
    constexpr std::string_view kPrefix = "guide:";
    const bool is_guide = name.starts_with(kPrefix);
    const std::string_view id = is_guide ? name.substr(kPrefix.size()) : name;
    const auto& teasers = is_guide ? catalog.guides : catalog.articles;
    return std::ranges::find(teasers, id, &site::Teaser::id) != teasers.end();
}

bool speaks(const site::Rule& rule, const std::string& language) {
    return rule.languages.empty() ||
           std::ranges::find(rule.languages, language) != rule.languages.end();
}

// In the languages in which it is shown.
Json hint_of(const site::Rule& rule) {
    Json hint = Json::object();
    for (const auto& [language, words] : rule.hint) {
        if (speaks(rule, language)) {
            hint[language] = words;
        }
    }
    return hint;
}

}  // namespace

std::string panel_rules(const site::Site& site, const site::Catalog& catalog) {
    Json rules = Json::array();
    for (const site::Rule& rule : site.rules) {
        std::vector<std::string> names = rule.suggest;
        std::erase_if(names, [&](const std::string& name) { return !has(catalog, name); });
        if (!names.empty() && speaks(rule, catalog.language)) {
            Json json = conditions(rule);
            json["suggest"] = Json::texts(names);
            rules.push_back(std::move(json));
        }
    }
    return rules.empty() ? std::string() : base::write_json(rules);
}

base::Json launcher_rules(const site::Site& site) {
    Json rules = Json::array();
    for (const site::Rule& rule : site.rules) {
        if (rule.hint.empty() && !rule.hidden) {
            continue;
        }
        Json json = conditions(rule);
        if (!rule.languages.empty()) {
            json["languages"] = Json::texts(rule.languages);
        }
        if (rule.hidden) {
            json["hidden"] = true;
        } else {
            json["hint"] = hint_of(rule);
        }
        rules.push_back(std::move(json));
    }
    return rules;
}

}  // namespace ventanilla::publish
