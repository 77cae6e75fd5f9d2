// core/search/excerpt.h
//
// Cuts from an entry's text the piece that shows best why it was found.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/search/marks.h"

namespace ventanilla::search {

// About 160 characters around the densest marks, from the beginning of a sentence where one is near; the beginning of
// the text where nothing matches. `rarity` says what each slot is worth.
std::vector<Run> make_excerpt(std::string_view text, const Marker& marker,
                              const std::vector<std::uint32_t>& rarity);

}  // namespace ventanilla::search
