// core/ticket/form.h
//
// A contact form as data: fields, limits and when each is asked for; the same in the browser and on the server.
// Part of site.json (docs/authors/site-format.md).
#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/logic/condition.h"

namespace ventanilla::ticket {

using LocalText = std::map<std::string, std::string>;  // by language

// `text` in `language`, in its base language ("es" for "es-MX"), else in any.
std::string_view in_language(const LocalText& text, std::string_view language);

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

    [[nodiscard]] const Field* find_field(std::string_view id) const;
};

struct FormFinding {
    std::string pointer;  // JSON pointer into the form
    std::string rule;
    std::string message;
};

// `languages`: those in which every label must stand. All findings at once.
std::expected<Form, std::vector<FormFinding>> read_form(const base::Json& json,
                                                        const std::vector<std::string>& languages);

// With `language` only that language's texts: what a browser gets.
base::Json to_json(const Form& form, std::string_view language);

}  // namespace ventanilla::ticket
