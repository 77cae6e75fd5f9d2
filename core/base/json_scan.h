// core/base/json_scan.h
//
// Places in a JSON text: where it breaks the grammar, and where the value behind a JSON pointer
// (RFC 6901) begins. The JSON library keeps no positions; authors need a line and a column.
//
//   Position at = locate_json(text, "/steps/lights/choices/0/next");
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/position.h"

namespace ventanilla::base {

struct JsonFault {
    std::size_t offset = 0;
    std::string_view message;  // static text
};

// The message of a text that is nested deeper than it may be.
inline constexpr std::string_view kTooDeep = "the JSON is nested too deeply";

// The first fault against RFC 8259's grammar, or nesting deeper than `max_depth`; nothing if the
// text is well formed. Runs in linear time and constant stack. Does not check that strings are
// UTF-8.
std::optional<JsonFault> find_json_fault(std::string_view text, int max_depth);

// Where the value that `pointer` names begins; for a pointer that leads nowhere, its deepest parent
// that exists. `text` must be well formed.
Position locate_json(std::string_view text, std::string_view pointer);

// `pointer` with one more member name, escaped by RFC 6901.
std::string pointer_to(std::string_view pointer, std::string_view member);

}  // namespace ventanilla::base
