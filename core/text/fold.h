// core/text/fold.h
//
// Makes words comparable: lower case, without accents, ñ kept as a letter of its own.
//
//   fold("Configuración") == "configuracion";  fold("AÑO") == "año";  fold("ano") == "ano";
//
// Covers Latin, Greek and Cyrillic letters, precomposed or with combining marks (n + U+0303 is ñ). Cannot fail:
// whatever has no rule stays as it is, bytes that are not UTF-8 become U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace ventanilla::text {

std::string fold(std::string_view text);

// Lower case only, accents kept: what stemmers want.
std::string lower(std::string_view text);

}  // namespace ventanilla::text
