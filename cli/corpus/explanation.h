// cli/corpus/explanation.h
//
// Why a hit stands where it does, for people who do not know how search engines count, and for programs.
#pragma once

#include <string>

#include "core/base/json.h"
#include "core/search/asking/explain.h"

namespace ventanilla::corpus {

// A line for each word of the query and for each other reason, its points in front; they add up to the score.
std::string explanation_text(const search::Explanation& explanation);

base::Json explanation_json(const search::Explanation& explanation);

}  // namespace ventanilla::corpus
