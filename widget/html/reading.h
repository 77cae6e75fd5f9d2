// widget/html/reading.h
//
// What a script adds to a text that an author wrote (web/reading/): codes are copied, pictures enlarged, the page is
// shared and printed. Its buttons stand in the page, hidden until the script is there.
#pragma once

#include <string>

#include "core/text/messages.h"

namespace ventanilla::html {

// The texts that it says by itself, as JSON; for `data-reading` on the script that needs them.
std::string reading_texts(const text::Messages& messages);

}  // namespace ventanilla::html
