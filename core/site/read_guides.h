// core/site/read_guides.h
//
// Reads guides/<id>.json and their texts guides/<id>.<language>.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/guide/guide.h"
#include "core/site/json_file.h"
#include "core/site/references.h"
#include "core/site/site.h"

namespace ventanilla::site {

// Nothing if there are problems, which are reported to `file`. With `form` the values of handoffs are checked
// against its fields.
std::optional<guide::Guide> read_guide_file(JsonFile& file, std::string_view id,
                                            const ticket::Form* form);

// The texts of `guide` (null if it could not be read: then only their shape is checked). What they point to is added
// to `references`.
GuideText read_guide_text(JsonFile& file, const guide::Guide* guide,
                          std::vector<SiteReference>& references);

}  // namespace ventanilla::site
