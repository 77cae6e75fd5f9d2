// core/search/asking/cutting.h
//
// A word that nothing mends may be several, written as one.
#pragma once

#include <string_view>
#include <vector>

#include "core/search/asking/index_data.h"

namespace ventanilla::search {

// The ways in which `key` can be cut: where digits and letters meet; else in two after each word that is known, in
// `covering` or as a range's most frequent one, the longest first. The views are parts of `key`.
std::vector<std::vector<std::string_view>> ways_to_cut(std::string_view key, const Part& covering,
                                                       const Directory& directory);

}  // namespace ventanilla::search
