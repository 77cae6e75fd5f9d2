// core/base/json.h
//
// JSON as Ventanilla reads and writes it: RFC 8259, UTF-8 only, at most 64 levels deep, never an
// exception. Values are those of a library (nlohmann-json), which this header alone includes; text is
// read and written by our own code (docs/decisions/0010-own-json-text.md).
//
//   auto json = parse_json(text);
//   if (!json) return report(json.error());
//   std::string_view title = string_at(*json, "title");
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/json_fwd.h"

// Compiled once, in json.cpp, and not in each of its many users.
extern template class nlohmann::basic_json<>;

namespace ventanilla::base {

inline constexpr int kMaxJsonDepth = 64;
// The message of a text that is nested deeper.
inline constexpr std::string_view kTooDeep = "the JSON is nested too deeply";

struct JsonError {
    std::string message;     // one English clause, such as "a value is missing after ':'"
    std::size_t offset = 0;  // byte at which the text stops making sense
};

// Parses one whole JSON text, up to its first fault. Of members with the same name the last one
// stays: see find_duplicate_keys (core/base/json_keys.h).
std::expected<Json, JsonError> parse_json(std::string_view text);

// Compact, keys sorted: the same value gives the same bytes, which are read as the same value again.
// Bytes that are not UTF-8 become U+FFFD; a number that is infinite or none becomes null.
std::string write_json(const Json& value);

// Member `key` of an object; null where there is none or `object` is no object.
const Json* find(const Json& object, std::string_view key);

// Checked reads of an object's members; the fallback where the member is missing or of another
// type. The view of string_at lives as long as `object`.
std::string_view string_at(const Json& object, std::string_view key,
                           std::string_view fallback = {});
std::int64_t integer_at(const Json& object, std::string_view key, std::int64_t fallback = 0);
bool boolean_at(const Json& object, std::string_view key, bool fallback = false);
// An empty array where the member is missing or no array; likewise an empty object.
const Json& array_at(const Json& object, std::string_view key);
const Json& object_at(const Json& object, std::string_view key);

}  // namespace ventanilla::base
