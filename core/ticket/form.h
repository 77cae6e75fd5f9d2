// core/ticket/form.h
//
// A contact form as data: fields, limits and when each is asked for; the same in the browser and on
// the server. Part of site.json (docs/authors/site-format.md).
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/base/json_reader.h"
#include "core/logic/condition.h"
#include "core/ticket/local_text.h"

namespace ventanilla::ticket {

inline constexpr std::size_t kMaxFields = 50;
inline constexpr std::size_t kMaxOptions = 100;
inline constexpr int kMaxFieldLength = 10'000;  // characters

enum class FieldType { kText, kLongText, kEmail, kTelephone, kChoice, kDate, kCheck };

struct Option {
    std::string id;
    LocalText label;
};

struct Field {
    std::string id;
    FieldType type = FieldType::kText;
    bool required = false;
    int max_length = 500;  // characters
    LocalText label;
    LocalText help;
    std::vector<Option> options;                // kChoice
    std::optional<logic::Condition> condition;  // asked for only while it holds
};

struct Form {
    std::string id;
    std::vector<Field> fields;
    LocalText answers = {};  // when she can expect one; may be empty

    [[nodiscard]] const Field* find_field(std::string_view id) const;
};

// A mistake in a form: JSON pointer into the form, which rule, how to mend it.
using FormFinding = base::JsonFinding;

// `languages`: those in which every label must stand. All findings at once. Besides its shape: a
// field "email" of type email and a field "kind" of type choice are there, conditions ask for other
// fields of the form, and none of them in a circle. Rules: those of ObjectReader, id-format,
// id-duplicate and form-*.
std::expected<Form, std::vector<FormFinding>> read_form(const base::Json& json,
                                                        const std::vector<std::string>& languages);

// In the form that read_form takes. With `language` only that language's texts: what a browser
// gets.
base::Json to_json(const Form& form, std::string_view language);

}  // namespace ventanilla::ticket
