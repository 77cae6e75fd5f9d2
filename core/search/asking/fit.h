// core/search/asking/fit.h
//
// Whether a hit may be shown to somebody who has not asked for any, but writes of something else than a query.
//
//   Answer answer = search(index, {.text = "llevo tres días sin internet y nadie viene "});
//   std::erase_if(answer.hits, [&](const Hit& hit) { return !fits(hit, index.language()); });
//
// What somebody tells has many words that any article may have, and its first hit may be about nothing that she means. An
// article whose title she says is about it: that no score says as well, on a site of forty articles or of ten thousand.
#pragma once

#include <string_view>

#include "core/search/asking/query.h"

namespace ventanilla::search {

// True where at least half of the title's words that say something are the query's, or an author has pinned it to the
// query. `language` is the index's.
bool fits(const Hit& hit, std::string_view language);

}  // namespace ventanilla::search
