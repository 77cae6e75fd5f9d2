// cli/corpus/json_lines.h
//
// Reads a stream of JSON lines (jsonlines.org): UTF-8, one value a line, empty lines skipped.
//
//   JsonLines lines(file);
//   while (auto line = lines.next()) {
//       if (!*line) report(lines.number(), line->error());
//   }
#pragma once

#include <cstddef>
#include <expected>
#include <istream>
#include <optional>
#include <string>

#include "core/base/json_fwd.h"

namespace ventanilla::corpus {

inline constexpr std::size_t kMaxLine = std::size_t{16} * 1024 * 1024;  // bytes

class JsonLines {
public:
    // `in` must outlive the reader.
    explicit JsonLines(std::istream& in) : in_(in) {}

    // The next line's value, or why it has none; nothing at the end.
    std::optional<std::expected<base::Json, std::string>> next();

    // Of the line that next() gave, from 1.
    [[nodiscard]] std::size_t number() const { return number_; }

private:
    // False at the end. A line past the limit is read, but not kept.
    bool read_line();

    std::istream& in_;
    std::string line_;
    bool too_long_ = false;
    std::size_t number_ = 0;
};

}  // namespace ventanilla::corpus
