#include "core/ticket/submission.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/date.h"
#include "core/base/json.h"
#include "core/text/utf8.h"
#include "core/ticket/formats.h"

namespace ventanilla::ticket {
namespace {

using base::Json;

// Unicode's spaces and the characters of no width: nothing that can be read.
bool is_blank(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200D) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

std::string_view trimmed(std::string_view text) {
    std::size_t first = text.size();
    std::size_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (!is_blank(text::decode(text, at))) {
            first = std::min(first, begin);
            last = at;
        }
    }
    return first < last ? text.substr(first, last - first) : std::string_view{};
}

std::string_view value_of(const Values& values, const Field& field) {
    const auto found = values.find(field.id);
    const std::string_view value =
        found == values.end() ? std::string_view{} : trimmed(found->second);
    return field.type == FieldType::kCheck && value == "false" ? std::string_view{} : value;
}

// Valid UTF-8 without control characters; lines may be broken where there can be several.
bool is_plain(std::string_view value, bool has_lines) {
    if (!text::is_valid_utf8(value)) {
        return false;
    }
    for (std::size_t at = 0; at < value.size();) {
        const char32_t c = text::decode(value, at);
        const bool breaks = has_lines && (c == '\n' || c == '\r' || c == '\t');
        if ((c < 0x20 && !breaks) || (c >= 0x7F && c < 0xA0)) {
            return false;
        }
    }
    return true;
}

std::optional<FaultCode> check_type(const Field& field, std::string_view value) {
    switch (field.type) {
    case FieldType::kEmail:
        return is_email_address(value) ? std::nullopt : std::optional(FaultCode::kNotAnEmail);
    case FieldType::kTelephone:
        return is_telephone_number(value) ? std::nullopt : std::optional(FaultCode::kNotATelephone);
    case FieldType::kDate:
        return base::is_calendar_date(value) ? std::nullopt : std::optional(FaultCode::kNotADate);
    case FieldType::kChoice:
        return std::ranges::find(field.options, value, &Option::id) != field.options.end()
                   ? std::nullopt
                   : std::optional(FaultCode::kNotAChoice);
    case FieldType::kCheck:
        return value == "true" ? std::nullopt : std::optional(FaultCode::kNotAChoice);
    case FieldType::kText:
    case FieldType::kLongText:
        break;
    }
    return std::nullopt;
}

std::optional<FaultCode> check_value(const Field& field, std::string_view value) {
    if (value.empty()) {
        return field.required ? std::optional(FaultCode::kRequired) : std::nullopt;
    }
    if (!is_plain(value, field.type == FieldType::kLongText)) {
        return FaultCode::kNotUtf8;
    }
    if (text::count_characters(value) > static_cast<std::size_t>(field.max_length)) {
        return FaultCode::kTooLong;
    }
    return check_type(field, value);
}

bool is_visible(const std::vector<const Field*>& visible, const Field& field) {
    return std::ranges::find(visible, &field) != visible.end();
}

}  // namespace

std::string_view message_key(FaultCode code) {
    switch (code) {
    case FaultCode::kRequired:
        return "field.required";
    case FaultCode::kTooLong:
        return "field.too-long";
    case FaultCode::kNotAnEmail:
        return "field.email";
    case FaultCode::kNotATelephone:
        return "field.telephone";
    case FaultCode::kNotAChoice:
        return "field.choice";
    case FaultCode::kNotADate:
        return "field.date";
    case FaultCode::kNotText:
        return "field.text";
    case FaultCode::kNotUtf8:
        return "field.characters";
    case FaultCode::kUnknownField:
        return "field.unknown";
    case FaultCode::kNotAsked:
        return "field.not-asked";
    }
    return {};
}

std::vector<const Field*> visible_fields(const Form& form, const Values& values) {
    std::vector<const Field*> visible;
    for (const Field& field : form.fields) {
        visible.push_back(&field);
    }
    // Conditions do not run in circles (read_form), so that each round settles at least one more
    // field.
    for (std::size_t round = 0; round <= form.fields.size(); ++round) {
        Json asked = Json::object();
        for (const Field* field : visible) {
            const std::string_view value = value_of(values, *field);
            if (!value.empty()) {
                asked[field->id] = std::string(value);
            }
        }
        std::vector<const Field*> next;
        for (const Field& field : form.fields) {
            if (!field.condition || field.condition->holds(asked)) {
                next.push_back(&field);
            }
        }
        if (next == visible) {
            break;
        }
        visible = std::move(next);
    }
    return visible;
}

const Field* story_field(const Form& form, const Values& values) {
    const Field* story = nullptr;
    for (const Field* field : visible_fields(form, values)) {
        const bool is_better = story == nullptr || (story->condition && !field->condition);
        if (field->type == FieldType::kLongText && is_better) {
            story = field;
        }
    }
    return story;
}

std::vector<FieldFault> check_values(const Form& form, const Values& values) {
    std::vector<FieldFault> faults;
    const auto visible = visible_fields(form, values);
    for (const Field& field : form.fields) {
        const std::string_view value = value_of(values, field);
        if (!is_visible(visible, field)) {
            if (!value.empty()) {
                faults.push_back({field.id, FaultCode::kNotAsked});
            }
        } else if (const auto code = check_value(field, value)) {
            faults.push_back({field.id, *code});
        }
    }
    for (const auto& [id, value] : values) {
        if (form.find_field(id) == nullptr) {
            faults.push_back({id, FaultCode::kUnknownField});
        }
    }
    return faults;
}

Values to_send(const Form& form, const Values& values) {
    Values sent;
    for (const Field* field : visible_fields(form, values)) {
        const std::string_view value = value_of(values, *field);
        if (!value.empty()) {
            sent[field->id] = value;
        }
    }
    return sent;
}

std::expected<Values, std::vector<FieldFault>> read_values(const Form& form, const Json& fields) {
    if (!fields.is_object()) {
        return std::unexpected(std::vector{FieldFault{"", FaultCode::kNotText}});
    }
    Values values;
    std::vector<FieldFault> faults;
    for (const Field& field : form.fields) {
        const Json* value = fields.find(field.id);
        if (value == nullptr) {
            continue;
        }
        if (value->is_text()) {
            values[field.id] = value->text();
        } else if (value->is_boolean() && field.type == FieldType::kCheck) {
            values[field.id] = value->boolean() ? "true" : "false";
        } else {
            faults.push_back({field.id, FaultCode::kNotText});
        }
    }
    for (const auto& [id, value] : fields.members()) {
        if (form.find_field(id) == nullptr) {
            faults.push_back({id, FaultCode::kUnknownField});
        }
    }
    if (!faults.empty()) {
        return std::unexpected(std::move(faults));
    }
    return values;
}

Json to_json(const Values& values) {
    Json json = Json::object();
    for (const auto& [field, value] : values) {
        json[field] = value;
    }
    return json;
}

}  // namespace ventanilla::ticket
