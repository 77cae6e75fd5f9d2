// core/text/fallbacks.h
//
// In which languages a text is looked for, the nearest first:
//
//   fallbacks("es-MX")        {"es-MX", "es-419", "es"}
//   fallbacks("es-ES")        {"es-ES", "es"}
//   fallbacks("zh-Hant-TW")   {"zh-Hant-TW", "zh-Hant", "zh"}
//
// The parents of Unicode CLDR, as far as they are Spanish: es-419 stands above the countries of Latin America, and above
// the United States.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ventanilla::text {

// `tag` itself is the first.
std::vector<std::string> fallbacks(std::string_view tag);

// The tags whose parent is es-419 instead of what stands before their hyphen.
const std::vector<std::string>& latin_american_tags();

}  // namespace ventanilla::text
