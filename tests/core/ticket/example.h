// tests/core/ticket/example.h
//
// A contact form in two languages, with conditions that depend on each other.
#pragma once

#include <string>
#include <vector>

#include "core/ticket/form.h"

namespace ventanilla::ticket {

inline const std::vector<std::string> kLanguages{"es", "en"};

inline base::Json example_json() {
    return base::parse_json(R"({
        "id": "contact",
        "fields": [
            {"id": "kind", "type": "choice", "required": true,
             "label": {"es": "¿De qué se trata?", "en": "What is it about?"},
             "options": [
                {"id": "query", "label": {"es": "Una consulta", "en": "A question"}},
                {"id": "fault", "label": {"es": "Una avería", "en": "A fault"}}]},
            {"id": "since", "type": "date", "required": true, "when": {"==": [{"var": "kind"}, "fault"]},
             "label": {"es": "¿Desde cuándo?", "en": "Since when?"}},
            {"id": "visit", "type": "check", "required": false, "when": {"!!": {"var": "since"}},
             "label": {"es": "Puede venir un técnico", "en": "A technician may come"}},
            {"id": "phone", "type": "telephone", "required": true, "when": {"==": [{"var": "visit"}, "true"]},
             "label": {"es": "Teléfono", "en": "Telephone"}, "help": {"es": "Nueve cifras", "en": "Nine digits"}},
            {"id": "email", "type": "email", "required": true, "max_length": 254,
             "label": {"es": "Correo", "en": "E-mail"}},
            {"id": "subject", "type": "text", "max_length": 10, "label": {"es": "Asunto", "en": "Subject"}},
            {"id": "message", "type": "long-text", "required": true, "max_length": 4000,
             "label": {"es": "Mensaje", "en": "Message"}}
        ]})")
        .value();
}

inline Form example() {
    return read_form(example_json(), kLanguages).value();
}

}  // namespace ventanilla::ticket
