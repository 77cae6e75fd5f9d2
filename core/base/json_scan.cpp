#include "core/base/json_scan.h"

#include <string>

#include "core/base/json_cursor.h"

namespace ventanilla::base {
namespace {

// Moves past one well-formed value.
void skip_value(JsonCursor& cursor, std::string_view text) {
    std::string skipped;
    int depth = 0;
    do {
        cursor.skip_space();
        const char c = cursor.peek();
        if (c == '"') {
            cursor.string(skipped);
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
bool enter(JsonCursor& cursor, std::string_view text, const std::string& member) {
    JsonCursor probe = cursor;
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
            name.clear();
            probe.string(name);
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

Position locate_json(std::string_view text, std::string_view pointer) {
    JsonCursor cursor(text);
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
