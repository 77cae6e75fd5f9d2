// core/logic/evaluate.h
//
// JsonLogic's meaning, after jsonlogic.com: what a rule comes to with given values. Used by
// Condition, which has checked the rule's shape.
#pragma once

#include "core/base/json_fwd.h"

namespace ventanilla::logic {

// Objects of one member are operations, everything else is a value. What an unknown operator or too
// few arguments come to is null.
base::Json evaluate(const base::Json& rule, const base::Json& values);

// JsonLogic's truth: null, false, 0, "" and [] are not true; "0" and {} are.
bool is_true(const base::Json& value);

}  // namespace ventanilla::logic
