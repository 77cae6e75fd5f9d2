#include "core/text/language.h"

#include <algorithm>

namespace ventanilla::text {

const Language* find_language(std::string_view tag) {
    const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
    const auto all = languages();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const Language* language) { return language->tag == primary; });
    return found == all.end() ? nullptr : *found;
}

bool is_listed(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != std::string_view::npos;
         at = words.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if (at > 0 && words[at - 1] == ' ' && end < words.size() && words[end] == ' ') {
            return true;
        }
    }
    return false;
}

}  // namespace ventanilla::text
