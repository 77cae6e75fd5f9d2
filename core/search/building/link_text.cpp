#include "core/search/building/link_text.h"

#include <algorithm>

#include "core/search/terms/words.h"
#include "core/text/language.h"
#include "core/text/tokenize.h"

namespace ventanilla::search {
namespace {

// "https://example.com/a", "www.example.com", "example.com/a"; not "wifi/router".
bool is_address(std::string_view text) {
    const std::size_t dot = text.find('.');
    const bool has_host_and_path =
        dot != std::string_view::npos && text.find('/', dot) != std::string_view::npos;
    return text.find(' ') == std::string_view::npos &&
           (text.starts_with("www.") || text.find("://") != std::string_view::npos ||
            has_host_and_path);
}

bool only_leads(std::string_view word, const text::Language& language) {
    return text::is_listed(language.stop_words, word) ||
           text::is_listed(language.frame_words, word) ||
           text::is_listed(language.link_words, word);
}

}  // namespace

bool tells_of_target(std::string_view text, std::string_view language) {
    if (is_address(text)) {
        return false;
    }
    const text::Language* known = text::find_language(language);
    return std::ranges::any_of(text::tokenize(text), [&](const text::Token& token) {
        return known == nullptr || !only_leads(word_key(token.word), *known);
    });
}

}  // namespace ventanilla::search
