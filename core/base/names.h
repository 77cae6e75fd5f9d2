// core/base/names.h
//
// Tables of the words by which a file calls the values of an enumeration.
//
//   inline constexpr NameTable<StepKind, 2> kKindNames{{{"question", StepKind::kQuestion},
//                                                       {"outcome", StepKind::kOutcome}}};
//   name_in(kKindNames, StepKind::kOutcome)   "outcome"
//   value_in(kKindNames, "question")          StepKind::kQuestion
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace ventanilla::base {

template <typename Value, std::size_t kSize>
using NameTable = std::array<std::pair<std::string_view, Value>, kSize>;

// Empty for a value that is not in the table.
template <typename Value, std::size_t kSize>
constexpr std::string_view name_in(const NameTable<Value, kSize>& names, Value wanted) {
    for (const auto& [name, value] : names) {
        if (value == wanted) {
            return name;
        }
    }
    return {};
}

template <typename Value, std::size_t kSize>
constexpr std::optional<Value> value_in(const NameTable<Value, kSize>& names,
                                        std::string_view wanted) {
    for (const auto& [name, value] : names) {
        if (name == wanted) {
            return value;
        }
    }
    return std::nullopt;
}

}  // namespace ventanilla::base
