// core/search/query.h
//
// Finds the articles and guides that answer what a customer typed.
//
//   Answer answer = search(index, {.text = "no tengo interent", .limit = 8});
//   for (const Hit& hit : answer.hits) show(hit.title, hit.excerpt);
//   fetch(answer.wanted);   // then ask again: the excerpts are better
//
// Words are folded and stemmed, the last one also matches as a prefix, and one that stands nowhere is repaired if
// a word within one or two edits does. BM25F over title, headings, tags, summary and body (Robertson and
// Zaragoza, 2009). Why these weights: docs/decisions/0004-ranking.md. Scores are integers, so that native and
// WebAssembly agree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/index.h"

namespace ventanilla::search {

struct Query {
    std::string_view text;  // as typed: any case, with or without accents, typos, half a word
    std::string_view language =
        {};         // BCP 47; an index of another language finds nothing. Empty: any index
    int limit = 8;  // clamped to 1..50
};

// A piece of text; marked where it is what the query matched.
struct Run {
    std::string text;
    bool marked = false;

    friend bool operator==(const Run&, const Run&) = default;
};

struct Hit {
    std::string id;
    std::string url;
    std::vector<Run> title;
    std::vector<Run> excerpt;  // about 160 characters; empty while its shard is not there
    std::uint32_t score = 0;
};

struct Answer {
    std::vector<Hit> hits;  // best first, from what is loaded; ties by id
    std::vector<ShardId>
        wanted;  // fetch these and ask again for a better answer; empty when complete
};

// Cannot fail: a strange query only matches less. The index is read-only and may be shared between threads.
Answer search(const Index& index, const Query& query);

}  // namespace ventanilla::search
