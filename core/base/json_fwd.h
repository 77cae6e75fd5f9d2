// core/base/json_fwd.h
//
// The name of a JSON value, for headers that only hand one on: the library behind core/base/json.h
// takes longer to read than most files that would include it.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace ventanilla::base {

using Json = nlohmann::json;

}  // namespace ventanilla::base
