// core/ticket/names.h
//
// The words by which site.json calls types of field.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "core/ticket/form.h"

namespace ventanilla::ticket {

inline constexpr std::array<std::pair<std::string_view, FieldType>, 7> kTypeNames{{
    {"text", FieldType::kText},
    {"long-text", FieldType::kLongText},
    {"email", FieldType::kEmail},
    {"telephone", FieldType::kTelephone},
    {"choice", FieldType::kChoice},
    {"date", FieldType::kDate},
    {"check", FieldType::kCheck},
}};

}  // namespace ventanilla::ticket
