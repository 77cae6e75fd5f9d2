#include "core/ticket/context.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace ventanilla::ticket {

bool is_context_text(std::string_view text) {
    return text::count_characters(text) <= kMaxContextCharacters &&
           std::ranges::none_of(
               text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

Values fitting_context(const Values& told) {
    Values fitting;
    std::size_t bytes = 0;
    for (const auto& [name, value] : told) {
        const std::size_t size = name.size() + value.size();
        const bool is_ours = name == kPage || name == kSearches || name == kArticles;
        if (fitting.size() < kMaxToldEntries && bytes + size <= kMaxToldBytes && !is_ours &&
            !name.empty() && !value.empty() && is_context_text(name) && is_context_text(value)) {
            bytes += size;
            fitting.emplace(name, value);
        }
    }
    return fitting;
}

}  // namespace ventanilla::ticket
