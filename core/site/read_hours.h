// core/site/read_hours.h
//
// Reads the part of site.json that says when somebody answers.
//
//   "time_zone": "Europe/Madrid",
//   "hours": {"phone": {"weekly": [{"days": ["mon", "tue"], "from": "09:00", "to": "18:00"}],
//                       "holidays": ["2026-12-25"]}}
#pragma once

#include "core/base/json_reader.h"
#include "core/site/site.h"

namespace ventanilla::site {

// Fills `time_zone` and `hours` of the site; what is wrong is added to `findings`. Rule: site-hours.
void read_hours(base::ObjectReader& reader, Site& site, base::JsonFindings& findings);

}  // namespace ventanilla::site
