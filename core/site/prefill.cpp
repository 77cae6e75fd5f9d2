#include "core/site/prefill.h"

#include "core/base/problem.h"
#include "core/ticket/submission.h"

namespace ventanilla::site {

std::string check_prefill(const ticket::Form& form, const std::string& id,
                          const std::string& value) {
    const ticket::Field* field = form.find_field(id);
    if (field == nullptr) {
        return "The form has no field " + base::in_quotes(id) +
               "; correct the name or take it out.";
    }
    ticket::Form alone{.id = form.id, .fields = {*field}};
    alone.fields.front().condition.reset();
    if (ticket::check_values(alone, {{id, value}}).empty()) {
        return {};
    }
    return field->type == ticket::FieldType::kChoice
               ? "The field " + base::in_quotes(id) + " has no option " + base::in_quotes(value) +
                     "; name one of its options."
               : "The form would not take " + base::in_quotes(value) + " in its field " +
                     base::in_quotes(id) + "; correct it.";
}

}  // namespace ventanilla::site
