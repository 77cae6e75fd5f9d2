// cli/publish/rules.h
//
// A site's rules by page as browsers read them (web/panel/rules.ts): JSON that says no more than it must.
#pragma once

#include <string>
#include <string_view>

#include "core/site/catalog.h"
#include "core/site/site.h"

namespace ventanilla::publish {

// For the panel in the catalog's language: the rules that suggest what it has. Empty where there are none.
std::string panel_rules(const site::Site& site, const site::Catalog& catalog);

}  // namespace ventanilla::publish
