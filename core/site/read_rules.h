// core/site/read_rules.h
//
// "rules" of site.json: what is suggested on which of the pages that the widget is on, where the launcher has a hint beside
// it, and where it is hidden.
//
//   {"pages": ["/checkout/*"], "languages": ["es"], "context": {"plan": ["pro"]}, "after": 20,
//    "suggest": ["payment-failed", "guide:pay"], "hint": {"es": "¿Dudas con el pago?"}}
//   {"pages": ["/game/*"], "hidden": true}
#pragma once

#include <string>
#include <vector>

#include "core/base/json_reader.h"
#include "core/site/site.h"

namespace ventanilla::site {

// `site`: an object that may have a member "rules"; `languages`: those of the site.
std::vector<Rule> read_rules(base::ObjectReader& site, const std::vector<std::string>& languages,
                             base::JsonFindings& findings);

}  // namespace ventanilla::site
