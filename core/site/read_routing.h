// core/site/read_routing.h
//
// Reads the part of site.json that says whose a request is to answer.
//
//   "routing": {
//     "hours": "office",
//     "queues": {"faults": {"email": "averias@faro.example"}},
//     "rules": [{"when": {"==": [{"var": "fields.kind"}, "fault"]},
//                "queue": "faults", "priority": "high", "answer": {"hours": 4}, "tags": ["fibra"]},
//               {"answer": {"days": 1}}]}
#pragma once

#include "core/base/json_reader.h"
#include "core/site/site.h"

namespace ventanilla::site {

// Precondition: the site's form and hours are read. What is wrong is added to `findings`. Rule: site-routing.
Routing read_routing(base::ObjectReader& reader, const Site& site, base::JsonFindings& findings);

}  // namespace ventanilla::site
