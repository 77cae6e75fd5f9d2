// core/site/categories.h
//
// The categories of a catalog: a way in for whoever does not know what to search for.
//
//   for (const Category& category : catalog.categories)
//       show(category.title, articles_in(catalog, category).size());
//   category_of(catalog, "no-internet")->title   "Conexión"
#pragma once

#include <span>
#include <string_view>

#include "core/site/catalog.h"

namespace ventanilla::site {

// Precondition: the category is one of the catalog's.
std::span<const Teaser> articles_in(const Catalog& catalog, const Category& category);

// All of these are null where there is none.
const Category* find_category(const Catalog& catalog, std::string_view id);
const Category* category_of(const Catalog& catalog, std::string_view article);

// Authors name categories in each language anew. The one in `other` that has the first article that both languages
// have is the same.
const Category* translated(const Catalog& catalog, const Category& category, const Catalog& other);

}  // namespace ventanilla::site
