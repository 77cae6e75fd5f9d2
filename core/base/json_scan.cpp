#include "core/base/json_scan.h"

namespace ventanilla::base {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Reads JSON's tokens from `at` on; a token that is broken sets `fault`.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {}

    std::size_t at = 0;
    std::string_view fault;

    void skip_space() {
        while (at < text_.size() && is_space(text_[at])) {
            ++at;
        }
    }
    [[nodiscard]] bool done() const { return at >= text_.size(); }
    [[nodiscard]] char peek() const { return done() ? '\0' : text_[at]; }
    bool take(char c) {
        if (done() || text_[at] != c) {
            return false;
        }
        ++at;
        return true;
    }

    // A string, its quotes included. Escapes are checked, not decoded.
    bool string() {
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
            if (c == '\\' && !escape()) {
                return false;
            }
            if (c != '\\') {
                ++at;
            }
        }
        return fail("a string is not closed with '\"'");
    }

    // A number, true, false or null.
    bool scalar() {
        if (peek() == '-' || is_digit(peek())) {
            return number();
        }
        for (std::string_view word : {"true", "false", "null"}) {
            if (text_.substr(at, word.size()) == word) {
                at += word.size();
                return true;
            }
        }
        return fail(done() ? "the text ends where a value should stand"
                           : "this is not a JSON value");
    }

    bool fail(std::string_view why) {
        fault = why;
        return false;
    }

private:
    bool escape() {
        ++at;
        const char c = peek();
        if (c == 'u') {
            ++at;
            for (int i = 0; i < 4; ++i, ++at) {
                if (!is_hex(peek())) {
                    return fail("\\u needs four hexadecimal digits");
                }
            }
            return true;
        }
        if (done() || std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos) {
            return fail("this escape does not exist in JSON");
        }
        ++at;
        return true;
    }

    bool digits() {
        if (!is_digit(peek())) {
            return fail("a number lacks a digit here");
        }
        while (is_digit(peek())) {
            ++at;
        }
        return true;
    }

    bool number() {
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
            return digits();
        }
        return true;
    }

    std::string_view text_;
};

// What may stand next inside the innermost object or array.
enum class Expect { kValue, kValueOrEnd, kKey, kKeyOrEnd, kCommaOrEnd };

class Scanner {
public:
    Scanner(std::string_view text, int max_depth) : cursor_(text), max_depth_(max_depth) {}

    std::optional<JsonFault> run() {
        while (true) {
            cursor_.skip_space();
            const std::size_t begin = cursor_.at;
            if (open_.empty() && expect_ == Expect::kCommaOrEnd) {
                return cursor_.done() ? std::nullopt
                                      : fault("something follows the end of the JSON text");
            }
            if (!step()) {
                // A broken token points at its own place, a misplaced one at its beginning.
                return JsonFault{cursor_.at > begin ? cursor_.at : begin, cursor_.fault};
            }
        }
    }

private:
    std::optional<JsonFault> fault(std::string_view why) const {
        return JsonFault{cursor_.at, why};
    }

    bool step() {
        const char c = cursor_.peek();
        switch (expect_) {
        case Expect::kKeyOrEnd:
            if (c == '}') {
                return close();
            }
            [[fallthrough]];
        case Expect::kKey:
            return key();
        case Expect::kCommaOrEnd:
            return comma_or_end(c);
        case Expect::kValueOrEnd:
            if (c == ']') {
                return close();
            }
            [[fallthrough]];
        case Expect::kValue:
            return value(c);
        }
        return false;
    }

    bool key() {
        if (cursor_.peek() != '"') {
            return cursor_.fail("a member's name in double quotes should stand here");
        }
        if (!cursor_.string()) {
            return false;
        }
        cursor_.skip_space();
        if (!cursor_.take(':')) {
            return cursor_.fail("':' is missing after a member's name");
        }
        expect_ = Expect::kValue;
        return true;
    }

    bool comma_or_end(char c) {
        if (c == open_.back()) {
            return close();
        }
        if (!cursor_.take(',')) {
            return cursor_.fail(open_.back() == '}' ? "',' or '}' is missing here"
                                                    : "',' or ']' is missing here");
        }
        expect_ = open_.back() == '}' ? Expect::kKey : Expect::kValue;
        return true;
    }

    bool value(char c) {
        if (c == '{' || c == '[') {
            if (open_.size() >= static_cast<std::size_t>(max_depth_)) {
                return cursor_.fail(kTooDeep);
            }
            ++cursor_.at;
            open_.push_back(c == '{' ? '}' : ']');
            expect_ = c == '{' ? Expect::kKeyOrEnd : Expect::kValueOrEnd;
            return true;
        }
        expect_ = Expect::kCommaOrEnd;
        return c == '"' ? cursor_.string() : cursor_.scalar();
    }

    bool close() {
        ++cursor_.at;
        open_.pop_back();
        expect_ = Expect::kCommaOrEnd;
        return true;
    }

    Cursor cursor_;
    int max_depth_;
    Expect expect_ = Expect::kValue;
    std::string open_;  // closing brackets that are still to come, innermost last
};

// Moves past one well-formed value.
void skip_value(Cursor& cursor, std::string_view text) {
    int depth = 0;
    do {
        cursor.skip_space();
        const char c = cursor.peek();
        if (c == '"') {
            cursor.string();
        } else {
            depth += c == '{' || c == '[' ? 1 : 0;
            depth -= c == '}' || c == ']' ? 1 : 0;
            ++cursor.at;
        }
        const bool in_scalar =
            depth == 0 && !cursor.done() && c != '"' && c != '}' && c != ']' &&
            std::string_view(",]} \t\r\n").find(text[cursor.at]) == std::string_view::npos;
        if (depth == 0 && !in_scalar) {
            return;
        }
    } while (!cursor.done());
}

std::string unescape(std::string_view token) {
    std::string name;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] == '~' && i + 1 < token.size()) {
            name += token[++i] == '1' ? '/' : '~';
        } else {
            name += token[i];
        }
    }
    return name;
}

// Moves from the beginning of an object or array to its member; false (and unmoved) if there is
// none.
bool enter(Cursor& cursor, std::string_view text, const std::string& member) {
    Cursor probe = cursor;
    const bool is_object = probe.take('{');
    if (!is_object && !probe.take('[')) {
        return false;
    }
    for (std::size_t index = 0; !probe.done(); ++index) {
        probe.skip_space();
        if (probe.peek() == '}' || probe.peek() == ']') {
            return false;
        }
        std::string name = std::to_string(index);
        if (is_object) {
            const std::size_t begin = probe.at;
            probe.string();
            name = text.substr(begin + 1, probe.at - begin - 2);
            probe.skip_space();
            probe.take(':');
            probe.skip_space();
        }
        if (name == member) {
            cursor = probe;
            return true;
        }
        skip_value(probe, text);
        probe.skip_space();
        probe.take(',');
    }
    return false;
}

}  // namespace

std::optional<JsonFault> find_json_fault(std::string_view text, int max_depth) {
    return Scanner(text, max_depth).run();
}

Position locate_json(std::string_view text, std::string_view pointer) {
    Cursor cursor(text);
    cursor.skip_space();
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t slash = pointer.find('/');
        if (!enter(cursor, text, unescape(pointer.substr(0, slash)))) {
            break;
        }
        pointer = slash == std::string_view::npos ? std::string_view{} : pointer.substr(slash);
    }
    return position_at(text, cursor.at);
}

std::string pointer_to(std::string_view pointer, std::string_view member) {
    std::string longer(pointer);
    longer += '/';
    for (const char c : member) {
        if (c == '~') {
            longer += "~0";
        } else if (c == '/') {
            longer += "~1";
        } else {
            longer += c;
        }
    }
    return longer;
}

}  // namespace ventanilla::base
