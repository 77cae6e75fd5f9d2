// tests/core/base/json_library.h
//
// What nlohmann-json makes of texts and values, for comparing our reading and writing with it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/base/json.h"

namespace ventanilla::base {

// The same value, down to the types of its numbers.
inline nlohmann::json in_library(const Json& value) {
    if (value.is_object()) {
        auto object = nlohmann::json::object();
        for (const auto& [name, member] : value.members()) {
            object[name] = in_library(member);
        }
        return object;
    }
    if (value.is_array()) {
        auto array = nlohmann::json::array();
        for (const Json& element : value.elements()) {
            array.push_back(in_library(element));
        }
        return array;
    }
    if (value.is_integer()) {
        return value.integer() < 0 ? nlohmann::json(value.integer())
                                   : nlohmann::json(value.natural());
    }
    return value.is_text()      ? nlohmann::json(value.text())
           : value.is_boolean() ? nlohmann::json(value.boolean())
           : value.is_decimal() ? nlohmann::json(value.number())
                                : nlohmann::json();
}

inline std::string library_text(const nlohmann::json& value) {
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

inline std::string library_text(const Json& value) {
    return library_text(in_library(value));
}

// The same value, down to its types and the sign of 0, or refused by both. The library skips a byte
// order mark, reads text of any depth and stops at a zero byte; these are ours alone to refuse.
inline bool is_read_alike(std::string_view text) {
    const auto ours = parse_json(text);
    if (text.starts_with("\xEF\xBB\xBF") || text.contains('\0') ||
        (!ours && ours.error().message == kTooDeep)) {
        return !ours;
    }
    const auto theirs = nlohmann::json::parse(text, nullptr, false);
    return ours ? library_text(*ours) == library_text(theirs) : theirs.is_discarded();
}

// The same bytes, but that the library does not always find the shortest decimal: then shorter or as
// long, and the same value for a reader.
inline bool is_written_alike(const Json& value) {
    const std::string ours = write_json(value);
    const std::string theirs = library_text(value);
    return ours == theirs ||
           (ours.size() <= theirs.size() && library_text(nlohmann::json::parse(ours)) == theirs);
}

}  // namespace ventanilla::base
