// core/base/json_scan.h
//
// Where in a JSON text the value behind a JSON pointer (RFC 6901) begins. A value keeps no position;
// authors need a line and a column.
//
//   Position at = locate_json(text, "/steps/lights/choices/0/next");
#pragma once

#include <string>
#include <string_view>

#include "core/base/position.h"

namespace ventanilla::base {

// Where the value that `pointer` names begins; for a pointer that leads nowhere, its deepest parent
// that exists. `text` must be well formed.
Position locate_json(std::string_view text, std::string_view pointer);

// `pointer` with one more member name, escaped by RFC 6901.
std::string pointer_to(std::string_view pointer, std::string_view member);

}  // namespace ventanilla::base
