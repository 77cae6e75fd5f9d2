#include "cli/publish/wordings.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <ranges>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/identifier.h"
#include "core/text/fallbacks.h"

namespace ventanilla::publish {
namespace {

using Names = std::set<std::string, std::less<>>;

// "{count}" and the like.
Names placeholders(std::string_view text) {
    Names names;
    for (std::size_t open = text.find('{'); open != std::string_view::npos;
         open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        names.emplace(text.substr(open, close + 1 - open));
    }
    return names;
}

// The key of the other form of a text that counts: "category.count.one" of "category.count.other".
std::optional<std::string> other_form(const base::Json& texts, std::string_view key) {
    for (const auto& [form, other] : {std::pair(".one", ".other"), std::pair(".other", ".one")}) {
        if (key.ends_with(form)) {
            std::string found =
                std::string(key.substr(0, key.size() - std::string_view(form).size())) + other;
            return texts.find(found) != nullptr ? std::optional(std::move(found)) : std::nullopt;
        }
    }
    return std::nullopt;
}

// Those of the site's words for these texts that are in `language` or in one that it falls back to, in place of ours.
void put_words(const site::Site& site, std::string_view language, base::Json& texts) {
    for (const std::string& tag : text::fallbacks(language) | std::views::reverse) {
        const auto found = site.wordings.find(tag);
        if (found == site.wordings.end()) {
            continue;
        }
        for (const auto& [key, wording] : found->second) {
            if (texts.find(key) != nullptr) {
                texts[key] = wording.text;
            }
        }
    }
}

// What one file of a site's words may say.
class WordingCheck {
public:
    // `texts` are ours, `said` those that the site shows.
    WordingCheck(const std::string& language, const site::Wordings& wordings,
                 const base::Json& texts, const base::Json& said)
        : wordings_(wordings), texts_(texts), said_(said),
          problems_("texts/" + language + ".json") {}

    base::Problems check() {
        for (const auto& [key, wording] : wordings_) {
            if (const base::Json* text = texts_.find(key)) {
                check_text(key, wording, text->text());
            } else {
                problems_.add(wording.at, "text-unknown",
                              "Ventanilla has no text " + base::in_quotes(key) +
                                  "; \"ventanilla texts\" lists those that there are.");
            }
        }
        return problems_.take();
    }

private:
    void check_text(const std::string& key, const site::Wording& wording, std::string_view text) {
        const std::optional<std::string> other = other_form(texts_, key);
        if (other && !wordings_.contains(*other)) {
            problems_.add(wording.at, "text-plural",
                          "Where " + base::in_quotes(key) + " is worded, " +
                              base::in_quotes(*other) + " must be too; add it.");
        }
        check_placeholders(wording, text, other ? texts_.find(*other)->text() : "");
        if (key.starts_with("path.")) {
            check_path(key, wording);
        }
    }

    void check_placeholders(const site::Wording& wording, std::string_view text,
                            std::string_view other_text) {
        const Names needed = placeholders(text);
        Names known = placeholders(other_text);
        known.insert(needed.begin(), needed.end());
        const Names said = placeholders(wording.text);
        for (const std::string& name : needed) {
            if (!said.contains(name)) {
                problems_.add(wording.at, "text-placeholder",
                              "The text must hold " + name +
                                  ", which is replaced by what it says; "
                                  "add it.");
            }
        }
        for (const std::string& name : said) {
            if (!known.contains(name)) {
                problems_.add(wording.at, "text-placeholder",
                              "Nothing stands for " + name +
                                  " in this text; correct the name or take it out.");
            }
        }
    }

    void check_path(const std::string& key, const site::Wording& wording) {
        if (!base::is_identifier(wording.text)) {
            problems_.add(wording.at, "text-path",
                          "A part of an address is 1 to 64 of a-z, 0-9 and \"-\"; correct it.");
            return;
        }
        for (const auto& [other, text] : said_.members()) {
            if (other != key && other.starts_with("path.") && text.text() == wording.text) {
                problems_.add(wording.at, "text-path",
                              "The word is taken by " + base::in_quotes(other) +
                                  "; each part of an address is another one.");
            }
        }
    }

    const site::Wordings& wordings_;
    const base::Json& texts_;
    const base::Json& said_;
    base::FileProblems problems_;
};

}  // namespace

bool words_for(const site::Site& site, std::string_view language) {
    return std::ranges::any_of(text::fallbacks(language),
                               [&](const std::string& tag) { return site.wordings.contains(tag); });
}

base::Problems check_wordings(const site::Site& site, const Texts& product) {
    base::Problems problems;
    for (const auto& [language, wordings] : site.wordings) {
        base::Json texts = base::Json::object();
        for (const std::string& area : product.areas()) {
            texts.update(product.in_language(area, site.languages.front()));
            texts.update(product.in_language(area, language));
        }
        base::Json said = texts;
        put_words(site, language, said);
        std::ranges::move(WordingCheck(language, wordings, texts, said).check(),
                          std::back_inserter(problems));
    }
    return problems;
}

Texts worded(const site::Site& site, const Texts& product) {
    Texts texts;
    for (const std::string& area : product.areas()) {
        base::Json fallback = base::Json::object();
        for (const std::string& language : site.languages) {
            base::Json own = fallback;
            own.update(product.in_language(area, language, site.form_of_address));
            put_words(site, language, own);
            if (fallback.empty()) {
                fallback = own;
            }
            texts.add(area, language, std::move(own));
        }
    }
    return texts;
}

}  // namespace ventanilla::publish
