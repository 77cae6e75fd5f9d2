// A stop of the tour as one line of JSON, which tests/support/tour.ts reads:
//
//   {"name", "screen", "html", "canvas": {"head": Part, "body": Part}}
//
// What it says of the canvas is described there.
#pragma once

#include <string>

#include "tests/parity/tour.h"

namespace ventanilla::test {

std::string recording_of(const Stop& stop, const std::string& language);

}  // namespace ventanilla::test
