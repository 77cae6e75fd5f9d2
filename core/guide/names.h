// core/guide/names.h
//
// The words by which a guide's file calls kinds of step and results.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/guide/guide.h"

namespace ventanilla::guide {

inline constexpr std::array<std::pair<std::string_view, StepKind>, 3> kKindNames{{
    {"question", StepKind::kQuestion},
    {"instruction", StepKind::kInstruction},
    {"outcome", StepKind::kOutcome},
}};

inline constexpr std::array<std::pair<std::string_view, Result>, 3> kResultNames{{
    {"solved", Result::kSolved},
    {"unsolved", Result::kUnsolved},
    {"handoff", Result::kHandoff},
}};

template <typename Names, typename Value>
constexpr std::string_view name_in(const Names& names, Value value) {
    for (const auto& [name, named] : names) {
        if (named == value) {
            return name;
        }
    }
    return {};
}

template <typename Value, std::size_t kSize>
constexpr std::optional<Value>
value_in(const std::array<std::pair<std::string_view, Value>, kSize>& names,
         std::string_view name) {
    for (const auto& [known, value] : names) {
        if (known == name) {
            return value;
        }
    }
    return std::nullopt;
}

constexpr std::string_view kind_name(StepKind kind) {
    return name_in(kKindNames, kind);
}
constexpr std::string_view result_name(Result result) {
    return name_in(kResultNames, result);
}

}  // namespace ventanilla::guide
