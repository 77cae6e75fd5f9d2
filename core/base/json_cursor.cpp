#include "core/base/json_cursor.h"

#include "core/base/utf8.h"

namespace ventanilla::base {
namespace {

constexpr std::string_view kNotUnicode =
    "a string is not valid UTF-8 or holds half of a surrogate pair";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
// The value of a hexadecimal digit, or none of those from 0 to 15.
char32_t hex_value(char c) {
    const char32_t lower = static_cast<unsigned char>(c) | 0x20U;
    return is_digit(c) ? lower - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 16;
}

}  // namespace

bool JsonCursor::take(char c) {
    if (done() || text_[at] != c) {
        return false;
    }
    ++at;
    return true;
}

bool JsonCursor::take(std::string_view word) {
    if (text_.substr(at, word.size()) != word) {
        return false;
    }
    at += word.size();
    return true;
}

void JsonCursor::skip_space() {
    while (take(' ') || take('\t') || take('\n') || take('\r')) {
    }
}

bool JsonCursor::string(std::string& decoded) {
    ++at;
    while (!done()) {
        const char c = text_[at];
        if (c == '"') {
            ++at;
            return true;
        }
        if (static_cast<unsigned char>(c) < 0x20) {
            return fail(
                "a control character stands in a string; write it as an escape such as \\n");
        }
        if (c == '\\') {
            if (!escape(decoded)) {
                return false;
            }
            continue;
        }
        const CodePoint point = code_point_at(text_, at);
        decoded += text_.substr(at, point.size);
        at += point.size;
        if (!point.is_valid) {
            return fail(kNotUnicode);
        }
    }
    return fail("a string is not closed with '\"'");
}

bool JsonCursor::escape(std::string& decoded) {
    ++at;
    if (take('u')) {
        return unicode_escape(decoded);
    }
    const std::size_t which = std::string_view("\"\\/bfnrt").find(peek());
    if (which == std::string_view::npos) {
        return fail("this escape does not exist in JSON");
    }
    decoded += "\"\\/\b\f\n\r\t"[which];
    ++at;
    return true;
}

// What lies past U+FFFF is written as two code units, a high and a low surrogate.
bool JsonCursor::unicode_escape(std::string& decoded) {
    char32_t unit = 0;
    if (!code_unit(unit)) {
        return false;
    }
    if (unit >= 0xD800 && unit <= 0xDBFF) {
        char32_t low = 0;
        if (!take('\\') || !take('u')) {
            return fail(kNotUnicode);
        }
        if (!code_unit(low)) {
            return false;
        }
        // Where it is none, a lone surrogate comes out, and is refused like one.
        unit = low >= 0xDC00 && low <= 0xDFFF ? 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
                                              : unit;
    }
    if (unit >= 0xD800 && unit <= 0xDFFF) {
        --at;
        return fail(kNotUnicode);
    }
    append(decoded, unit);
    return true;
}

bool JsonCursor::code_unit(char32_t& unit) {
    for (int i = 0; i < 4; ++i, ++at) {
        const char32_t value = hex_value(peek());
        if (value > 15) {
            return fail("\\u needs four hexadecimal digits");
        }
        unit = unit * 16 + value;
    }
    return true;
}

bool JsonCursor::digits() {
    if (!is_digit(peek())) {
        return fail("a number lacks a digit here");
    }
    while (is_digit(peek())) {
        ++at;
    }
    return true;
}

bool JsonCursor::number(std::string_view& token) {
    const std::size_t begin = at;
    take('-');
    if (!take('0') && !digits()) {
        return false;
    }
    if (is_digit(peek())) {
        return fail("a number must not begin with 0");
    }
    if (take('.') && !digits()) {
        return false;
    }
    if (take('e') || take('E')) {
        if (!take('+')) {
            take('-');
        }
        if (!digits()) {
            return false;
        }
    }
    token = text_.substr(begin, at - begin);
    return true;
}

bool JsonCursor::fail(std::string_view why) {
    fault = why;
    return false;
}

}  // namespace ventanilla::base
