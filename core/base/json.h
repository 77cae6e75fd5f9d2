// core/base/json.h
//
// JSON as Ventanilla reads and writes it: RFC 8259, UTF-8 only, at most 64 levels deep, never an
// exception. Why with our own code: docs/decisions/0010-own-json-text.md, 0016-own-json-value.md.
//
//   auto json = parse_json(text);
//   if (!json) return report(json.error());
//   std::string_view title = string_at(*json, "title");
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

#include "core/base/json_value.h"

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

// Checked reads of an object's members; the fallback where the member is missing or of another
// type. The view of string_at lives as long as `object`.
std::string_view string_at(const Json& object, std::string_view key,
                           std::string_view fallback = {});
std::int64_t integer_at(const Json& object, std::string_view key, std::int64_t fallback = 0);
bool boolean_at(const Json& object, std::string_view key, bool fallback = false);
// The elements of an array, none where the member is missing or no array. An empty object where it is
// missing or no object.
std::span<const Json> array_at(const Json& object, std::string_view key);
const Json& object_at(const Json& object, std::string_view key);

}  // namespace ventanilla::base
