// core/site/read_votes.h
//
// votes.json: what readers said of articles and guides when they were asked whether they helped. The search puts what helped
// first where entries match alike.
//
//   {"article:no-internet": {"yes": 41, "no": 3}, "guide:slow-wifi": {"yes": 7, "no": 0}}
#pragma once

#include <vector>

#include "core/site/json_file.h"
#include "core/site/references.h"
#include "core/site/site.h"

namespace ventanilla::site {

// Adds what is voted on to `references`.
std::map<std::string, SiteVotes> read_votes(JsonFile& file, std::vector<SiteReference>& references);

}  // namespace ventanilla::site
