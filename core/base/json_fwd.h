// core/base/json_fwd.h
//
// The name of a JSON value (core/base/json_value.h), for headers that only hand one on.
#pragma once

namespace ventanilla::base {

class Json;

}  // namespace ventanilla::base
