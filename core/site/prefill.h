// core/site/prefill.h
//
// What an author fills into the form: the values of a guide's handoff and of a callback.
#pragma once

#include <string>

#include "core/ticket/form.h"

namespace ventanilla::site {

// What is wrong with one of them; empty if nothing is.
std::string check_prefill(const ticket::Form& form, const std::string& id,
                          const std::string& value);

}  // namespace ventanilla::site
