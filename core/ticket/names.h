// core/ticket/names.h
//
// The words by which site.json calls types of field.
#pragma once

#include "core/base/names.h"
#include "core/ticket/form.h"

namespace ventanilla::ticket {

inline constexpr base::NameTable<FieldType, 7> kTypeNames{{
    {"text", FieldType::kText},
    {"long-text", FieldType::kLongText},
    {"email", FieldType::kEmail},
    {"telephone", FieldType::kTelephone},
    {"choice", FieldType::kChoice},
    {"date", FieldType::kDate},
    {"check", FieldType::kCheck},
}};

}  // namespace ventanilla::ticket
