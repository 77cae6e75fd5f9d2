// server/forms/suspicion.h
//
// Whether a request looks as if no person had written it. What does is stored and answered like any other, but nobody is told of
// it: it lies in quarantine until the team looks at it. docs/decisions/0035-quarantine.md
//
//   suspicion(fields, "fast")               ""            one sign is not enough
//   suspicion(fields_with_links, "fast")    "fast links"
#pragma once

#include <string>
#include <string_view>

#include "core/ticket/submission.h"

namespace ventanilla::forms {

// Signs that only the page knows that the request was written on.
inline constexpr std::string_view kTrap = "trap";  // a field that people do not see was filled in
inline constexpr std::string_view kFast = "fast";  // sent within moments of the page's coming
inline constexpr std::string_view kUnseen =
    "unseen";  // sent without the page having been asked for

// The signs, a space between two; empty where they are too few. `doubts`: some of the above.
std::string suspicion(const ticket::Values& fields, std::string_view doubts);

}  // namespace ventanilla::forms
