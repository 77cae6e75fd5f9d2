// cli/corpus/corpus_index.h
//
// What `ventanilla index CORPUS.jsonl --out DIR` does: builds search indexes from a file with one article a line, without
// a site around it. For trying the search on texts that come from elsewhere.
//
//   {"id": "...", "title": "...", "headings": [{"level": 2, "text": "..."}], "body": "...", "url": "...",
//    "lang": "es", "tags": ["..."], "links": ["..."]}
//
// Written are 0.bin, 1.bin and so on, and manifest.json: {"language": "es", "shards": 2, "ids": ["...", ...]}.
// One index has one language, because it stems all its words alike: the first line's. Lines of another are indexed
// too, and the log says how many they are.
#pragma once

#include <filesystem>
#include <ostream>

namespace ventanilla::corpus {

// 0 when `out` holds the index. Otherwise 1: `log` tells every bad line as "file:line: ...", and `out` is as it was.
// What `out` held before is replaced only if it is an index (has a manifest.json) or empty.
int index_corpus(const std::filesystem::path& corpus, const std::filesystem::path& out,
                 std::ostream& log);

}  // namespace ventanilla::corpus
