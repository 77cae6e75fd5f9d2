// core/base/json_cursor.h
//
// Reads JSON's tokens (RFC 8259) one after the other; for what reads JSON in this folder. One that
// is broken leaves the cursor where it stops making sense, with the reason in `fault`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ventanilla::base {

class JsonCursor {
public:
    explicit JsonCursor(std::string_view text) : text_(text) {}

    std::size_t at = 0;
    std::string_view fault;  // one English clause, static text

    [[nodiscard]] bool done() const { return at >= text_.size(); }
    [[nodiscard]] char peek() const { return done() ? '\0' : text_[at]; }
    bool take(char c);
    bool take(std::string_view word);
    void skip_space();

    // A string, at its opening quote. Its escapes are decoded, what it holds is UTF-8.
    bool string(std::string& decoded);
    // A number, at its first character; `token` is all of it.
    bool number(std::string_view& token);

    // Sets the fault. False, for callers that return it.
    bool fail(std::string_view why);

private:
    bool escape(std::string& decoded);
    bool unicode_escape(std::string& decoded);
    bool code_unit(char32_t& unit);
    bool digits();

    std::string_view text_;
};

}  // namespace ventanilla::base
