// core/ticket/context.h
//
// What goes along with a request besides what the customer wrote: texts by name, such as the address of the page. The
// same limits in the browser, which sends only what fits, and on the server, which refuses the rest.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/ticket/submission.h"

namespace ventanilla::ticket {

inline constexpr std::size_t kMaxContextEntries = 24;
inline constexpr std::size_t kMaxToldEntries = 19;          // of the host page's
inline constexpr std::size_t kMaxContextCharacters = 2000;  // of each name and each value
// Of all that a browser sends, so that there is room for what the customer has to say.
inline constexpr std::size_t kMaxToldBytes = 8000;

// What the app adds itself.
inline constexpr std::string_view kPage = "page";  // the address of the page she writes from
inline constexpr std::string_view kSearches = "searches";  // what she has searched for here
inline constexpr std::string_view kArticles = "articles";  // what she has read here

// Not too long, and without control characters, which would end up in a mail.
bool is_context_text(std::string_view text);

// Of these, what a request takes beside what the app adds: in order of name as many as there is room for, without
// empty and unfit ones.
Values fitting_context(const Values& told);

}  // namespace ventanilla::ticket
