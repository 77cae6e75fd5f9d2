// widget/app/chosen_files.h
//
// Files that she has chosen to go with what she writes. The host has their bytes, and names each with an id under which it will
// upload it once she sends. The session keeps them as text, as it keeps receipts: docs/decisions/0030-attachments.md.
#pragma once

#include <string>
#include <string_view>

#include "core/base/json_fwd.h"

namespace ventanilla::app {

inline constexpr const char* kFiles =
    "files";  // key of the form's field, and of the buttons below it

// What the host reports of more that she has chosen, as the value of Typed: [{"upload": "...", "name": "...", "size": 123}].
// What is too large, empty or too many is left out, and said at the field.
void add_files(std::string& kept, std::string_view chosen);
void remove_file(std::string& kept, std::string_view id);

// The member "attachments" of a body (docs/api.md); an empty list where there are none.
base::Json attachments_in(std::string_view kept);

// Whether a refusal says that their bytes are gone.
bool are_files_gone(const base::Json& problem);

}  // namespace ventanilla::app
