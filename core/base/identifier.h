// core/base/identifier.h
//
// The ids that authors give: of articles, guides, steps, choices, fields and forms. They stand in
// addresses, file names and JSON, so they are kept to 1 to 64 of a-z, 0-9 and '-'.
#pragma once

#include <cstddef>
#include <string_view>

namespace ventanilla::base {

inline constexpr std::size_t kMaxIdentifier = 64;

// `most`: bytes; an article's slug may be longer than an id.
inline bool is_identifier(std::string_view id, std::size_t most = kMaxIdentifier) {
    for (const char c : id) {
        const bool known = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        if (!known) {
            return false;
        }
    }
    return !id.empty() && id.size() <= most;
}

}  // namespace ventanilla::base
