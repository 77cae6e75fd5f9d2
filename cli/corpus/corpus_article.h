// cli/corpus/corpus_article.h
//
// One line of a corpus: an article as JSON with id, title and, where it has them, url, summary, headings, tags, body in
// Markdown, lang and links: the texts of links that lead to it. And what it is chosen and ordered by:
//
//   "facets": {"category": "Billing", "audience": ["home", "business"]}, "pins": ["I cannot log in"],
//   "updated": "2026-10-05", "votes": {"yes": 12, "no": 3}
#pragma once

#include <optional>
#include <string>

#include "core/base/json.h"
#include "core/search/building/builder.h"

namespace ventanilla::corpus {

struct Article {
    search::Entry entry;
    std::string language;
};

// Nothing if the line is no such article; a sentence in `fault` says why.
std::optional<Article> read_article(const base::Json& line, std::string& fault);

}  // namespace ventanilla::corpus
