// core/ticket/context.h
//
// What goes along with a request besides what the customer wrote: texts by name, such as the address of the page. The
// same limits in the browser, which sends only what fits, and on the server, which refuses the rest.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/ticket/submission.h"

namespace ventanilla::ticket {

inline constexpr std::size_t kMaxContextEntries = 20;
inline constexpr std::size_t kMaxContextCharacters = 2000;  // of each name and each value
// Of all that a browser sends, so that there is room for what the customer has to say.
inline constexpr std::size_t kMaxToldBytes = 8000;

// Not too long, and without control characters, which would end up in a mail.
bool is_context_text(std::string_view text);

// Of these, what a request takes beside the page's address: in order of name as many as there is room for, without
// empty and unfit ones.
Values fitting_context(const Values& told);

}  // namespace ventanilla::ticket
