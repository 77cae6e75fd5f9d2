// core/site/read_settings.h
//
// Reads site.json.
#pragma once

#include "core/site/json_file.h"
#include "core/site/site.h"

namespace ventanilla::site {

// Fills what site.json says into `site`; what is wrong is reported to `file`. True if the form could be read.
bool read_settings(JsonFile& file, Site& site);

}  // namespace ventanilla::site
