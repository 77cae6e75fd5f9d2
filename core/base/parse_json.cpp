#include <limits>
#include <optional>
#include <utility>

#include "core/base/decimal.h"
#include "core/base/json.h"
#include "core/base/json_cursor.h"

namespace ventanilla::base {
namespace {

// A whole number is unsigned, or signed if it is negative; one that does not fit is as good as a
// decimal. Nothing if that is out of range.
std::optional<Json> number_of(std::string_view token) {
    const bool is_negative = token.starts_with('-');
    const std::uint64_t most =
        is_negative ? std::uint64_t{1} << 63U : std::numeric_limits<std::uint64_t>::max();
    std::uint64_t whole = 0;
    for (const char c : token.substr(is_negative ? 1 : 0)) {
        const auto digit = static_cast<std::uint64_t>(c - '0');
        if (digit > 9 || whole > (most - digit) / 10) {
            const auto decimal = read_decimal(token);
            return decimal ? std::optional<Json>(*decimal) : std::nullopt;
        }
        whole = whole * 10 + digit;
    }
    return is_negative ? Json(static_cast<std::int64_t>(0 - whole)) : Json(whole);
}

// Each function reads one value from where the cursor is. False at the first fault, which the
// cursor then names.
class Parser {
public:
    explicit Parser(std::string_view text) : cursor_(text) {}

    std::expected<Json, JsonError> run() {
        Json whole;
        if (value(whole)) {
            cursor_.skip_space();
            if (cursor_.done()) {
                return whole;
            }
            cursor_.fail("something follows the end of the JSON text");
        }
        return std::unexpected(JsonError{std::string(cursor_.fault), cursor_.at});
    }

private:
    bool value(Json& into) {
        cursor_.skip_space();
        const char c = cursor_.peek();
        if (c == '{' || c == '[') {
            if (depth_ == kMaxJsonDepth) {
                return cursor_.fail(kTooDeep);
            }
            ++cursor_.at;
            ++depth_;
            const bool is_read = c == '{' ? object(into) : array(into);
            --depth_;
            return is_read;
        }
        if (c == '"') {
            return text(into);
        }
        return c == '-' || (c >= '0' && c <= '9') ? number(into) : word(into);
    }

    bool object(Json& into) {
        Json::Object members;
        cursor_.skip_space();
        if (cursor_.take('}')) {
            into = Json::object();
            return true;
        }
        do {
            cursor_.skip_space();
            auto& [name, member] = members.emplace_back();
            if (cursor_.peek() != '"') {
                return cursor_.fail("a member's name in double quotes should stand here");
            }
            if (!cursor_.string(name)) {
                return false;
            }
            cursor_.skip_space();
            if (!cursor_.take(':')) {
                return cursor_.fail("':' is missing after a member's name");
            }
            if (!value(member)) {
                return false;
            }
            cursor_.skip_space();
        } while (cursor_.take(','));
        into = Json::object(std::move(members));
        return cursor_.take('}') || cursor_.fail("',' or '}' is missing here");
    }

    bool array(Json& into) {
        into = Json::array();
        cursor_.skip_space();
        if (cursor_.take(']')) {
            return true;
        }
        do {
            if (!value(into.push_back(nullptr))) {
                return false;
            }
            cursor_.skip_space();
        } while (cursor_.take(','));
        return cursor_.take(']') || cursor_.fail("',' or ']' is missing here");
    }

    bool text(Json& into) {
        std::string decoded;
        if (!cursor_.string(decoded)) {
            return false;
        }
        into = std::move(decoded);
        return true;
    }

    bool number(Json& into) {
        std::string_view token;
        if (!cursor_.number(token)) {
            return false;
        }
        auto number = number_of(token);
        if (!number) {
            --cursor_.at;
            return cursor_.fail("a number is out of range");
        }
        into = std::move(*number);
        return true;
    }

    bool word(Json& into) {
        if (cursor_.take("true")) {
            into = true;
        } else if (cursor_.take("false")) {
            into = false;
        } else if (cursor_.take("null")) {
            into = nullptr;
        } else {
            return cursor_.fail(cursor_.done() ? "the text ends where a value should stand"
                                               : "this is not a JSON value");
        }
        return true;
    }

    JsonCursor cursor_;
    int depth_ = 0;
};

}  // namespace

std::expected<Json, JsonError> parse_json(std::string_view text) {
    return Parser(text).run();
}

}  // namespace ventanilla::base
