// core/search/terms/edit_distance.h
//
// How far a typed word is from each word of a sorted list: optimal string alignment (Damerau and Levenshtein without
// edits inside a swap), where a slip to the next key costs a little less than another letter. Rows of the table belong
// to letters, so words that share a beginning share their rows.
//
//   EditDistances distances(typed, 2 * EditDistances::kEdit);
//   if (distances.visit(word, shared)) use(distances.to_word());
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ventanilla::search {

class EditDistances {
public:
    // A letter too many, too few, another one, or two that changed places; n typed for ñ is none at all.
    static constexpr unsigned kEdit = 4;
    static constexpr unsigned kNextKey = 3;  // on keyboards in the order of QWERTY

    // Nothing further than `limit` is told apart.
    EditDistances(std::u32string_view typed, unsigned limit);

    // Moves to `word`, of which the first `shared` bytes are those of the word before. False when it is too far.
    bool visit(std::string_view word, std::size_t shared);
    // After a word that is too far: how many of its bytes make every word with them too far.
    [[nodiscard]] std::size_t dead_end() const { return too_far_; }

    [[nodiscard]] unsigned to_word() const { return row(letters_.size())[typed_.size()]; }
    // Of the typed word to the nearest beginning of the words that share what was visited.
    [[nodiscard]] unsigned to_beginning() const;

private:
    struct Letter {
        char32_t letter;
        std::size_t end;  // byte past it
    };

    [[nodiscard]] const std::uint16_t* row(std::size_t depth) const {
        return rows_.data() + depth * width_;
    }
    // False when no continuation can come near again.
    bool add_row(char32_t letter, std::size_t end);

    std::u32string_view typed_;
    unsigned limit_;
    std::size_t width_;
    std::vector<std::uint16_t> rows_;
    std::vector<Letter> letters_;
    std::size_t too_far_ = std::string_view::npos;  // bytes after which no word comes near
};

}  // namespace ventanilla::search
