// cli/printable.h
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::cli {

// `text` for a terminal: control characters, with which a stranger's text could move the cursor or rewrite what
// stands on the screen, become U+FFFD; so do bytes that are not UTF-8. With `lines`, line ends stay.
std::string printable(std::string_view text, bool lines = false);

}  // namespace ventanilla::cli
