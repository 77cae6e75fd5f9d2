#include "core/search/terms/edit_distance.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

// Where letters lie, in halves of a key: column, row. The ñ lies right of the l.
struct Key {
    int x = -8;
    int y = -8;
};
constexpr std::array<Key, 128> kKeys = [] {
    std::array<Key, 128> keys{};
    constexpr std::array<std::string_view, 3> kRows = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    for (int y = 0; y < 3; ++y) {
        for (int x = 0; x < static_cast<int>(kRows[static_cast<std::size_t>(y)].size()); ++x) {
            const char letter = kRows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
            keys[static_cast<unsigned char>(letter)] = {2 * x + y, y};
        }
    }
    return keys;
}();

Key key_of(char32_t letter) {
    return letter == U'ñ' ? Key{19, 1} : letter < kKeys.size() ? kKeys[letter] : Key{};
}

bool are_next(char32_t one, char32_t other) {
    const Key a = key_of(one);
    const Key b = key_of(other);
    return a.x >= 0 && b.x >= 0 && a.x - b.x <= 2 && b.x - a.x <= 2 && a.y - b.y <= 1 &&
           b.y - a.y <= 1;
}

unsigned to_replace(char32_t typed, char32_t letter) {
    if (typed == letter || (typed == U'n' && letter == U'ñ')) {
        return 0;
    }
    return are_next(typed, letter) ? EditDistances::kNextKey : EditDistances::kEdit;
}

}  // namespace

EditDistances::EditDistances(std::u32string_view typed, unsigned limit)
    : typed_(typed), limit_(limit), width_(typed.size() + 1) {
    rows_.resize((typed.size() + limit / kEdit + 2) * width_);
    for (std::size_t column = 0; column < width_; ++column) {
        rows_[column] = static_cast<std::uint16_t>(column * kEdit);
    }
}

bool EditDistances::visit(std::string_view word, std::size_t shared) {
    if (shared >= too_far_) {
        return false;
    }
    too_far_ = std::string_view::npos;
    while (!letters_.empty() && letters_.back().end > shared) {
        letters_.pop_back();
    }
    for (std::size_t at = letters_.empty() ? 0 : letters_.back().end; at < word.size();) {
        const char32_t letter = text::decode(word, at);
        if (letters_.size() >= typed_.size() + limit_ / kEdit || !add_row(letter, at)) {
            too_far_ = at;
            return false;
        }
    }
    return true;
}

unsigned EditDistances::to_beginning() const {
    unsigned nearest = row(0)[typed_.size()];
    for (std::size_t depth = 1; depth <= letters_.size(); ++depth) {
        nearest = std::min<unsigned>(nearest, row(depth)[typed_.size()]);
    }
    return nearest;
}

bool EditDistances::add_row(char32_t letter, std::size_t end) {
    letters_.push_back({letter, end});
    const std::size_t depth = letters_.size();
    std::uint16_t* current = rows_.data() + depth * width_;
    const std::uint16_t* above = current - width_;
    current[0] = static_cast<std::uint16_t>(depth * kEdit);
    unsigned nearest = current[0];
    for (std::size_t column = 1; column < width_; ++column) {
        const char32_t typed = typed_[column - 1];
        unsigned best = above[column - 1] + to_replace(typed, letter);
        best = std::min<unsigned>(best, above[column] + kEdit);
        best = std::min<unsigned>(best, current[column - 1] + kEdit);
        const bool swapped = depth > 1 && column > 1 && typed_[column - 2] == letter &&
                             letters_[depth - 2].letter == typed;
        if (swapped) {
            best = std::min<unsigned>(best, row(depth - 2)[column - 2] + kEdit);
        }
        current[column] = static_cast<std::uint16_t>(best);
        nearest = std::min(nearest, best);
    }
    return nearest <= limit_;
}

}  // namespace ventanilla::search
