// core/logic/compare.h
//
// JavaScript's == and < over JSON values (ECMA-262, IsLooselyEqual and IsLessThan), which JsonLogic
// refers to.
#pragma once

#include <string>

#include "core/base/json_fwd.h"

namespace ventanilla::logic {

// Two arrays or objects are never equal, as two literals in JavaScript are not.
bool loosely_equal(const base::Json& left, const base::Json& right);

enum class Order { kLess, kEqual, kGreater, kNone };  // kNone: one side is not a number

// Texts by their bytes, everything else as numbers.
Order compare(const base::Json& left, const base::Json& right);

// JavaScript's String(value).
std::string to_javascript_text(const base::Json& value);

}  // namespace ventanilla::logic
