// cli/publish/wordings.h
//
// The product's texts as a site words them: its texts/<language>.json before ours.
//
//   Texts texts = worded(site, product);
//   texts.messages("es", {"app"}).text("home.title")   "Hola, ¿qué necesitas?"
#pragma once

#include <string_view>

#include "cli/publish/texts.h"
#include "core/base/problem.h"
#include "core/site/site.h"

namespace ventanilla::publish {

// Whether the site words texts of its own for `language`, there or in a language that it falls back to.
bool words_for(const site::Site& site, std::string_view language);

// Rules: text-unknown, text-placeholder, text-plural, text-path.
base::Problems check_wordings(const site::Site& site, const Texts& product);

// For each language of the site: what the site words in it, then what it words in those that the language falls back
// to, then the product's texts in the same order and in the site's form of address, then those of the site's default language.
// Precondition: check_wordings() finds nothing.
Texts worded(const site::Site& site, const Texts& product);

}  // namespace ventanilla::publish
