#include "core/text/inflection.h"

#include <algorithm>
#include <array>

namespace ventanilla::text {
namespace {

// A root that is shorter begins too many other words.
constexpr std::size_t kShortestRoot = 3;

constexpr std::array<std::string_view, 11> kOfAr{"ar",   "a",    "as",   "an",   "ado", "ada",
                                                 "ados", "adas", "ando", "amos", "aste"};
constexpr std::array<std::string_view, 11> kOfErAndIr{"er",  "ir",   "e",    "es",    "en",  "ido",
                                                      "ida", "idos", "idas", "iendo", "emos"};
constexpr std::array<std::string_view, 10> kPronouns{"me",  "te",  "se", "lo",  "la",
                                                     "los", "las", "le", "les", "nos"};

bool is_plural(std::string_view word, std::string_view singular) {
    if (singular.ends_with('z')) {
        singular.remove_suffix(1);
        return word.size() == singular.size() + 3 && word.starts_with(singular) &&
               word.ends_with("ces");
    }
    if (!word.starts_with(singular)) {
        return false;
    }
    const std::string_view ending = word.substr(singular.size());
    return ending == "s" || ending == "es";
}

bool is_form_of_verb(std::string_view word, std::string_view infinitive) {
    const std::string_view ending = infinitive.substr(infinitive.size() - 2);
    const std::string_view root = infinitive.substr(0, infinitive.size() - 2);
    if (root.size() < kShortestRoot || !word.starts_with(root)) {
        return false;
    }
    if (word.starts_with(infinitive)) {
        return std::ranges::find(kPronouns, word.substr(infinitive.size())) != kPronouns.end();
    }
    const auto& endings = ending == "ar" ? kOfAr : kOfErAndIr;
    return std::ranges::find(endings, word.substr(root.size())) != endings.end();
}

}  // namespace

bool knows_inflection(std::string_view language) {
    return language == "es" || language.starts_with("es-");
}

bool is_inflected(std::string_view word, std::string_view listed, std::string_view /*language*/) {
    const bool is_infinitive =
        listed.ends_with("ar") || listed.ends_with("er") || listed.ends_with("ir");
    return word == listed || is_plural(word, listed) || is_plural(listed, word) ||
           (is_infinitive && is_form_of_verb(word, listed));
}

}  // namespace ventanilla::text
