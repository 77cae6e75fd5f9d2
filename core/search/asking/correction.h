// core/search/asking/correction.h
//
// The query as it was understood, to be shown to whom typed it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/search/asking/query.h"
#include "core/search/asking/resolve.h"

namespace ventanilla::search {

// `query` with its corrections, spelled as the hits spell them; empty where there are none.
std::string corrected(std::string_view query, const std::vector<Correction>& corrections,
                      const std::vector<Hit>& hits);

}  // namespace ventanilla::search
