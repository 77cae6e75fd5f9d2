// core/article/markdown.h
//
// CommonMark to a typed tree. md4c reads the syntax; what is not on the list of document.h becomes a problem.
#pragma once

#include <string_view>
#include <vector>

#include "core/article/article.h"
#include "core/base/problem.h"

namespace ventanilla::article {

// `markdown` is valid UTF-8 without control characters other than tab and line ends; `line` is that of the file on
// which it begins. What is found wrong is added to `problems`, links and pictures within the site to `references`.
Document parse_markdown(std::string_view markdown, int line, base::FileProblems& problems,
                        std::vector<Reference>& references);

}  // namespace ventanilla::article
