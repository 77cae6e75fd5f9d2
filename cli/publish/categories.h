// cli/publish/categories.h
#pragma once

#include "core/site/catalog.h"
#include "core/site/site.h"

namespace ventanilla::publish {

// Puts the catalog's articles under their categories, in alphabetical order; those without one come last.
void sort_into_categories(const site::Site& site, site::Catalog& catalog);

}  // namespace ventanilla::publish
