// core/guide/names.h
//
// The words by which a guide's file calls kinds of step and results.
#pragma once

#include "core/base/names.h"
#include "core/guide/guide.h"

namespace ventanilla::guide {

inline constexpr base::NameTable<StepKind, 3> kKindNames{{
    {"question", StepKind::kQuestion},
    {"instruction", StepKind::kInstruction},
    {"outcome", StepKind::kOutcome},
}};

inline constexpr base::NameTable<Result, 3> kResultNames{{
    {"solved", Result::kSolved},
    {"unsolved", Result::kUnsolved},
    {"handoff", Result::kHandoff},
}};

}  // namespace ventanilla::guide
