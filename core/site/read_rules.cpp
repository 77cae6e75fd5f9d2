#include "core/site/read_rules.h"

#include <algorithm>
#include <utility>

#include "core/base/json.h"
#include "core/base/json_scan.h"
#include "core/base/problem.h"
#include "core/site/read_texts.h"
#include "core/text/utf8.h"

namespace ventanilla::site {
namespace {

using base::ObjectReader;

constexpr std::size_t kMaxRules = 50;
constexpr std::size_t kMaxPatterns = 20;
constexpr std::size_t kMaxPattern = 200;  // bytes
constexpr std::size_t kMaxNames = 10;
constexpr std::size_t kMaxValues = 20;
constexpr std::size_t kMaxSuggested = 5;
constexpr std::int64_t kMaxAfter = 3600;
constexpr std::size_t kMaxHint = 80;  // characters

// As a browser writes an address, without query and fragment: the rest never reaches a rule.
bool is_pattern(std::string_view text) {
    const bool plain = std::ranges::all_of(text, [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F &&
               c != '?' && c != '#';
    });
    std::size_t path = 0;
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (text.starts_with(scheme)) {
            path = text.find('/', scheme.size() + 1);
        }
    }
    return plain && text.size() <= kMaxPattern && path < text.size() && text[path] == '/' &&
           !text.starts_with("//");
}

class RuleReader {
public:
    RuleReader(ObjectReader reader, const std::vector<std::string>& languages,
               base::JsonFindings& findings)
        : reader_(std::move(reader)), languages_(languages), findings_(findings) {}

    Rule read() {
        const std::size_t before = findings_.size();
        read_pages();
        read_languages();
        read_context();
        rule_.after =
            static_cast<std::uint32_t>(reader_.optional_integer("after", 0, 0, kMaxAfter));
        rule_.suggest = read_texts(reader_, "suggest", kMaxSuggested, findings_);
        read_hint();
        rule_.hidden = reader_.optional_boolean("hidden", false);
        if (rule_.hidden && !rule_.hint.empty()) {
            reader_.report(
                "hint", "site-rule",
                "Where the launcher is hidden, no hint is seen; take out one of the two.");
        }
        if (rule_.suggest.empty() && rule_.hint.empty() && !rule_.hidden &&
            findings_.size() == before) {
            reader_.report(
                "", "site-rule",
                "A rule does something: add \"suggest\", \"hint\" or \"hidden\": true, or "
                "take it out.");
        }
        reader_.refuse_others();
        return std::move(rule_);
    }

private:
    void report(const std::string& pointer, std::string message) {
        findings_.push_back({pointer, "site-rule", std::move(message)});
    }

    void read_pages() {
        rule_.pages = read_texts(reader_, "pages", kMaxPatterns, findings_);
        for (std::size_t i = 0; i < rule_.pages.size(); ++i) {
            const std::string& pattern = rule_.pages[i];
            if (!pattern.empty() && !is_pattern(pattern)) {
                report(reader_.pointer_to("pages") + "/" + std::to_string(i),
                       "A page is a path such as \"/checkout/*\", or an origin and a path such as "
                       "\"https://shop.example.com/cart\", as the address bar gives it when it is "
                       "copied, without \"?\" and \"#\", of at most " +
                           std::to_string(kMaxPattern) + " characters.");
            }
        }
    }

    void read_languages() {
        rule_.languages = read_texts(reader_, "languages", languages_.size(), findings_);
        for (std::size_t i = 0; i < rule_.languages.size(); ++i) {
            const std::string& language = rule_.languages[i];
            if (!language.empty() && std::ranges::find(languages_, language) == languages_.end()) {
                report(reader_.pointer_to("languages") + "/" + std::to_string(i),
                       "The site has no language " + base::in_quotes(language) +
                           "; correct it or take it out.");
            }
        }
    }

    void read_context() {
        auto context = reader_.optional_child("context");
        if (!context) {
            return;
        }
        const auto members = reader_.object("context");
        if (members.size() > kMaxNames) {
            reader_.report("context", "json-value",
                           "\"context\" holds at most " + std::to_string(kMaxNames) + " names.");
            return;
        }
        for (const auto& [name, values] : members) {
            std::vector<std::string> texts = read_texts(*context, name, kMaxValues, findings_);
            if (values.is_array() && values.empty()) {
                context->report(name, "site-rule",
                                "No value would ever do; name those that do, or take " +
                                    base::in_quotes(name) + " out.");
            }
            rule_.context[name] = std::move(texts);
        }
    }

    void read_hint() {
        rule_.hint = ticket::read_optional_local_text(reader_, "hint", languages_);
        for (const auto& [language, words] : rule_.hint) {
            if (text::count_characters(words) > kMaxHint) {
                report(reader_.pointer_to("hint") + "/" + language,
                       "A hint is one line, of at most " + std::to_string(kMaxHint) +
                           " characters.");
            }
        }
    }

    ObjectReader reader_;
    const std::vector<std::string>& languages_;
    base::JsonFindings& findings_;
    Rule rule_;
};

}  // namespace

std::vector<Rule> read_rules(ObjectReader& site, const std::vector<std::string>& languages,
                             base::JsonFindings& findings) {
    std::vector<Rule> rules;
    if (site.optional_member("rules") == nullptr) {
        return rules;
    }
    const auto list = site.array("rules");
    if (list.size() > kMaxRules) {
        site.report("rules", "json-value",
                    "There are at most " + std::to_string(kMaxRules) + " rules.");
        return rules;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::size_t before = findings.size();
        ObjectReader element = site.element("rules", i);
        if (findings.size() == before) {
            rules.push_back(RuleReader(std::move(element), languages, findings).read());
        }
    }
    return rules;
}

}  // namespace ventanilla::site
