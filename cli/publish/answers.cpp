#include "cli/publish/answers.h"

#include <algorithm>
#include <map>

#include "core/text/fallbacks.h"

namespace ventanilla::publish {

Answers answers(const std::vector<std::string>& languages) {
    std::map<std::string, std::string> nearest;
    for (const std::string& language : languages) {
        nearest.emplace(language, language);
    }
    for (const std::string& language : languages) {
        for (const std::string& tag : text::fallbacks(language)) {
            nearest.emplace(tag, language);
        }
    }
    // Only where "es" would answer with something else.
    const auto american = nearest.find("es-419");
    if (american != nearest.end() && american->second != nearest.at("es")) {
        for (const std::string& tag : text::latin_american_tags()) {
            nearest.emplace(tag, american->second);
        }
    }
    Answers answers(nearest.begin(), nearest.end());
    std::ranges::stable_sort(answers, [](const auto& one, const auto& other) {
        return one.first.size() > other.first.size();
    });
    return answers;
}

}  // namespace ventanilla::publish
