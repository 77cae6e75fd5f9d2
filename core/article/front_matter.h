// core/article/front_matter.h
//
// The YAML between the two lines "---" at an article's beginning. Of YAML only what an author needs: one mapping of
// known keys to texts and lists of texts; no anchors, tags or nesting.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/article/article.h"
#include "core/base/problem.h"

namespace ventanilla::article {

// Fills `article`'s fields from the front matter of `bytes`, which are valid UTF-8, and adds what is wrong to
// `problems`. Returns the offset at which the body begins.
std::size_t read_front_matter(std::string_view bytes, Article& article,
                              base::FileProblems& problems);

}  // namespace ventanilla::article
