// cli/keys.h
//
// Keys by which the team's programs use the API. A key is shown once, when it is made: only its hash is kept.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/kept_data.h"

namespace ventanilla::cli {

// `scopes`: "tickets:read", "tickets:write", "tickets:erase".
int add_key(const KeptData& kept, const std::string& name, std::vector<std::string> scopes,
            const Environment& environment);
int list_keys(const KeptData& kept, const Environment& environment);
int remove_key(const KeptData& kept, const std::string& name, const Environment& environment);

}  // namespace ventanilla::cli
