#include "core/ticket/form.h"

#include <algorithm>
#include <utility>

#include "core/base/json.h"
#include "core/ticket/names.h"

namespace ventanilla::ticket {
namespace {

using base::Json;

Json field_to_json(const Field& field, std::string_view language) {
    Json json = {{"id", field.id},
                 {"type", base::name_in(kTypeNames, field.type)},
                 {"required", field.required},
                 {"max_length", field.max_length},
                 {"label", to_json(field.label, language)}};
    if (!field.help.empty()) {
        json["help"] = to_json(field.help, language);
    }
    for (const Option& option : field.options) {
        json["options"].push_back({{"id", option.id}, {"label", to_json(option.label, language)}});
    }
    if (field.condition) {
        json["when"] = field.condition->rule();
    }
    return json;
}

}  // namespace

const Field* Form::find_field(std::string_view field) const {
    const auto found = std::ranges::find(fields, field, &Field::id);
    return found == fields.end() ? nullptr : &*found;
}

Json to_json(const Form& form, std::string_view language) {
    Json fields = Json::array();
    for (const Field& field : form.fields) {
        fields.push_back(field_to_json(field, language));
    }
    Json json = {{"id", form.id}, {"fields", std::move(fields)}};
    if (!form.answers.empty()) {
        json["answers"] = to_json(form.answers, language);
    }
    return json;
}

}  // namespace ventanilla::ticket
