// core/base/position.h
//
// Lines and columns of a text file, for what an author is told.
//
//   LineIndex lines(text);
//   Position at = lines.position(offset);   // as often as wanted
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ventanilla::base {

// Lines and columns count from 1; columns in bytes.
struct Position {
    int line = 1;
    int column = 1;

    friend bool operator==(const Position&, const Position&) = default;
};

// One place in linear time; an offset past the end is the end.
Position position_at(std::string_view text, std::size_t offset);

// Many places, each in logarithmic time. Keeps no reference to the text.
class LineIndex {
public:
    explicit LineIndex(std::string_view text);

    [[nodiscard]] Position position(std::size_t offset) const;

private:
    std::vector<std::size_t> starts_;  // of the lines
};

}  // namespace ventanilla::base
