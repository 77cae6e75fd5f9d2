// core/ticket/submission.h
//
// What a customer sends, and what is wrong with it. The same check runs in the browser, field by
// field while she writes, and on the server, on the JSON that arrives.
//
//   auto faults = check_values(form, to_send(form, values));
//   for (const FieldFault& fault : faults) show(fault.field,
//   messages.text(message_key(fault.code)));
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/ticket/form.h"

namespace ventanilla::ticket {

// Field id to value as text; a check is "true" or absent.
using Values = std::map<std::string, std::string>;

enum class FaultCode {
    kRequired,
    kTooLong,
    kNotAnEmail,
    kNotATelephone,
    kNotAChoice,
    kNotADate,  // dates are ISO 8601, YYYY-MM-DD
    kNotText,   // wrong JSON type
    kNotUtf8,   // or a control character
    kUnknownField,
    kNotAsked,  // a value for a field whose condition does not hold
};

// "field.required", ...: the key of the sentence in assets/texts.
std::string_view message_key(FaultCode code);

struct FieldFault {
    std::string field;
    FaultCode code = FaultCode::kRequired;

    friend bool operator==(const FieldFault&, const FieldFault&) = default;
};

// The fields that are asked for with these values, in the form's order. Conditions may depend on
// fields that are asked for themselves; a value of one that is not counts as absent.
std::vector<const Field*> visible_fields(const Form& form, const Values& values);

// Where a customer tells what it is about: of the long texts that are asked for, the first that always is, or else the
// first. Null: there is none.
const Field* story_field(const Form& form, const Values& values);

// All faults in the form's order, then those of unknown fields; none means that the values can be
// sent. A value of a field that is not asked for is a fault here: while a customer writes, check
// to_send(form, values).
std::vector<FieldFault> check_values(const Form& form, const Values& values);

// Values of fields that are asked for, spaces at both ends cut, empty ones left out: what is sent.
Values to_send(const Form& form, const Values& values);

// Reads the "fields" member of a request: its shape and that the form has such fields; check_values
// says the rest.
std::expected<Values, std::vector<FieldFault>> read_values(const Form& form,
                                                           const base::Json& fields);
base::Json to_json(const Values& values);

}  // namespace ventanilla::ticket
