// cli/publish/pseudo.h
//
// Texts as a pseudo-language says them: accented, 40 % longer, in brackets and written from the right. What stands on a page
// without brackets is not translated, and what does not fit would not fit in another language either.
//
//   pseudo("Buscar solo «{query}»")   "⟦ƀúšçáŕ šóļó «{query}» ··· ··⟧"
#pragma once

#include <string>
#include <string_view>

#include "cli/publish/texts.h"
#include "core/site/site.h"

namespace ventanilla::publish {

// What stands in braces stays.
std::string pseudo(std::string_view text);

// The texts of each of the site's languages. The words of addresses stay.
Texts in_pseudo(const site::Site& site, const Texts& texts);

}  // namespace ventanilla::publish
