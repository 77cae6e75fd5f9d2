#include "core/base/position.h"

#include <algorithm>

namespace ventanilla::base {

Position position_at(std::string_view text, std::size_t offset) {
    Position position;
    for (const char c : text.substr(0, offset)) {
        ++position.column;
        if (c == '\n') {
            ++position.line;
            position.column = 1;
        }
    }
    return position;
}

LineIndex::LineIndex(std::string_view text) : starts_{0} {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            starts_.push_back(i + 1);
        }
    }
}

Position LineIndex::position(std::size_t offset) const {
    const auto after = std::ranges::upper_bound(starts_, offset);
    return {.line = static_cast<int>(after - starts_.begin()),
            .column = static_cast<int>(offset - *(after - 1)) + 1};
}

}  // namespace ventanilla::base
