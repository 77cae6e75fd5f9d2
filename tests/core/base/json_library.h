// tests/core/base/json_library.h
//
// What the JSON library itself makes of texts and values, for comparing our reading and writing with
// it.
#pragma once

#include <string>
#include <string_view>

#include "core/base/json.h"

namespace ventanilla::base {

inline std::string library_text(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// The same value, down to its types and the sign of 0, or refused by both. The library skips a byte
// order mark, reads text of any depth and stops at a zero byte; these are ours alone to refuse.
inline bool is_read_alike(std::string_view text) {
    const auto ours = parse_json(text);
    if (text.starts_with("\xEF\xBB\xBF") || text.contains('\0') ||
        (!ours && ours.error().message == kTooDeep)) {
        return !ours;
    }
    const Json theirs = Json::parse(text, nullptr, false);
    return ours ? library_text(*ours) == library_text(theirs) : theirs.is_discarded();
}

// The same bytes, but that the library does not always find the shortest decimal: then shorter or as
// long, and the same value for a reader.
inline bool is_written_alike(const Json& value) {
    const std::string ours = write_json(value);
    const std::string theirs = library_text(value);
    return ours == theirs ||
           (ours.size() <= theirs.size() && library_text(Json::parse(ours)) == theirs);
}

}  // namespace ventanilla::base
