#include "cli/corpus/json_lines.h"

#include <string_view>

#include "core/base/json.h"
#include "core/text/utf8.h"

namespace ventanilla::corpus {

std::optional<std::expected<base::Json, std::string>> JsonLines::next() {
    while (read_line()) {
        std::string_view line = line_;
        if (number_ == 1) {
            line = text::without_byte_order_mark(line);
        }
        if (too_long_) {
            return std::unexpected("the line is longer than 16 MB");
        }
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        if (const auto invalid = text::first_invalid_utf8(line)) {
            return std::unexpected("byte " + std::to_string(*invalid + 1) + " is not UTF-8");
        }
        auto value = base::parse_json(line);
        if (!value) {
            return std::unexpected("not JSON: " + value.error().message + " at byte " +
                                   std::to_string(value.error().offset + 1));
        }
        return std::move(*value);
    }
    return std::nullopt;
}

bool JsonLines::read_line() {
    line_.clear();
    too_long_ = false;
    using Traits = std::istream::traits_type;
    std::streambuf& buffer = *in_.rdbuf();
    auto byte = buffer.sbumpc();
    if (Traits::eq_int_type(byte, Traits::eof())) {
        return false;
    }
    ++number_;
    for (; !Traits::eq_int_type(byte, Traits::eof()) && byte != '\n'; byte = buffer.sbumpc()) {
        if (line_.size() == kMaxLine) {
            too_long_ = true;
        } else {
            line_.push_back(Traits::to_char_type(byte));
        }
    }
    return true;
}

}  // namespace ventanilla::corpus
