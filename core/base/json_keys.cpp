#include "core/base/json_keys.h"

#include <set>

namespace ventanilla::base {
namespace {

// The index after the closing quote of the string that opens at `at`.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') {
            ++at;
        }
    }
    return at + 1;
}

bool is_key(std::string_view text, std::size_t after) {
    const std::size_t next = text.find_first_not_of(" \t\r\n", after);
    return next != std::string_view::npos && text[next] == ':';
}

}  // namespace

std::vector<DuplicateKey> find_duplicate_keys(std::string_view text) {
    std::vector<DuplicateKey> duplicates;
    std::vector<std::set<std::string_view>>
        open;  // the members so far of each open object or array
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '{' || c == '[') {
            open.emplace_back();
        } else if ((c == '}' || c == ']') && !open.empty()) {
            open.pop_back();
        } else if (c == '"') {
            const std::size_t end = end_of_string(text, at);
            if (end <= text.size() && !open.empty() && is_key(text, end)) {
                const std::string_view key = text.substr(at + 1, end - at - 2);
                if (!open.back().insert(key).second) {
                    duplicates.push_back({std::string(key), at});
                }
            }
            at = end - 1;
        }
    }
    return duplicates;
}

}  // namespace ventanilla::base
