// cli/publish/accent.h
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::publish {

// Precondition of all: `accent` is "#rrggbb".

// The colour of text on it: white or near black, whichever is easier to read (WCAG 2's contrast).
std::string_view text_on(std::string_view accent);

// Whether it can be made out as text on white (WCAG 2's 3:1); if not, what draws it as text takes another shade.
bool is_legible_on_white(std::string_view accent);

// The style rule that gives portal pages the site's colour, and the colour of text on it.
std::string accent_rule(std::string_view accent);

}  // namespace ventanilla::publish
