// core/site/read_notice.h
//
// notice.json: what every customer should know before she asks.
//
//   {"text": {"es": "Hay una avería en Vigo.", "en": "There is a fault in Vigo."}, "tone": "warning",
//    "article": "no-internet", "from": "2026-11-22T08:00+01:00", "until": "2026-11-23T08:00+01:00"}
#pragma once

#include <vector>

#include "core/site/json_file.h"
#include "core/site/references.h"
#include "core/site/site.h"

namespace ventanilla::site {

// Adds the article that it names to `references`. Rules: notice-tone, notice-time.
Notice read_notice(JsonFile& file, const std::vector<std::string>& languages,
                   std::vector<SiteReference>& references);

}  // namespace ventanilla::site
