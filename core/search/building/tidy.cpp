#include "core/search/building/tidy.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

constexpr bool is_visible_ascii(char byte) {
    return byte > 0x20 && byte < 0x7F;
}

}  // namespace

std::string tidy(std::string_view text) {
    std::string tidied;
    tidied.reserve(text.size());
    char blank = 0;  // what waits between the words: a line break wins over a space
    const auto put_blank = [&] {
        if (blank != 0 && !tidied.empty()) {
            tidied.push_back(blank);
        }
        blank = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        // Most of a text, without a look at each letter as a code point.
        const std::size_t begin = at;
        while (at < text.size() && is_visible_ascii(text[at])) {
            ++at;
        }
        if (at != begin) {
            put_blank();
            tidied.append(text, begin, at - begin);
            continue;
        }
        const char32_t c = text::decode(text, at);
        if (c == U'\n' || c == U'\r') {
            blank = '\n';
        } else if (c <= 0x20 || c == 0x7F || c == 0xA0) {
            blank = blank == 0 ? ' ' : blank;
        } else {
            put_blank();
            text::append(tidied, c);
        }
    }
    return tidied;
}

std::string one_line(std::string_view text) {
    std::string line = tidy(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace ventanilla::search
