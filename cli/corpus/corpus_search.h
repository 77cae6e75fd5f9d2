// cli/corpus/corpus_search.h
//
// What `ventanilla search DIR` does: answers queries from an index that `ventanilla index` wrote.
//
//   {"q": "no tengo interent", "k": 5}     each line in, where "k" is how many hits at most (10),
//                                          "show" how many of them with title and excerpt (all),
//                                          "lang" is ignored: the index has one language,
//                                          "filters" is {"category": "Billing", "audience": ["a", "b"]},
//                                          "counts" whether each choice's entries are counted (false),
//                                          "explain" whether each of these hits says "why" (false; cli/corpus/explanation.h)
//   {"hits": [{"anchor", "excerpt", "id", "score", "section", "title", "url"}], "ids": [...], "total": 31, "us": 87}
//                                          each line out
//
// A hit also has "pinned": true and "similar": 2 where search::Hit does, an answer "at_least": true and
// "counts": {"category": {"Billing": 12}} where search::Answer does.
//
// Marked words stand between « and » in titles and excerpts. "us" is the time of the search in microseconds.
#pragma once

#include <filesystem>
#include <istream>
#include <ostream>
#include <string>

namespace ventanilla::corpus {

// 0 when all lines were answered; a bad line is answered with {"error": "..."}. 1 when there is no index in `dir`,
// told to `log`.
int search_corpus(const std::filesystem::path& dir, std::istream& in, std::ostream& out,
                  std::ostream& log);

// What `ventanilla search DIR QUERY --explain` does: writes the first five hits, and of each why it stands there.
int explain_corpus(const std::filesystem::path& dir, const std::string& query, std::ostream& out,
                   std::ostream& log);

}  // namespace ventanilla::corpus
