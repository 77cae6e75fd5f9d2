// cli/publish/rules.h
//
// A site's rules by page as browsers read them (web/shared/rules.ts): JSON that says no more than it must.
#pragma once

#include <string>
#include <string_view>

#include "core/base/json_fwd.h"
#include "core/site/catalog.h"
#include "core/site/site.h"

namespace ventanilla::publish {

// For the panel in the catalog's language: the rules that suggest what it has. Empty where there are none.
std::string panel_rules(const site::Site& site, const site::Catalog& catalog);

// For the launcher, in all languages: the rules that hint or hide it. An empty list where there are none.
base::Json launcher_rules(const site::Site& site);

}  // namespace ventanilla::publish
