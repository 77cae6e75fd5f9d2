// core/search/asking/query.h
//
// Finds the articles and guides that answer what a customer typed.
//
//   Answer answer = search(index, {.text = "no tengo interent", .limit = 8});
//   for (const Hit& hit : answer.hits) show(hit.title, hit.excerpt);
//   fetch(answer.wanted);   // then ask again, until nothing is wanted
//
// Words are folded and stemmed, the last one also matches as a prefix, and one that stands nowhere is repaired if
// a word within one or two edits does, or one that sounds alike, or two words together. Words between quotation marks
// are meant as they stand: only entries that have them are found. BM25F over title, headings, tags, summary and body (Robertson and
// Zaragoza, 2009). Why these weights: docs/decisions/0004-ranking.md. Scores are integers, so that native and
// WebAssembly agree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/asking/index.h"

namespace ventanilla::search {

// Of the entries that a query finds, those that have one of the values.
struct Filter {
    std::string_view facet;
    std::vector<std::string_view> values;  // without regard to case and accents
};

struct Query {
    std::string_view text;  // as typed: any case, with or without accents, typos, half a word
    std::string_view language =
        {};          // BCP 47; an index of another language finds nothing. Empty: any index
    int limit = 8;   // hits, clamped to 1..50
    int shown = 50;  // of these, so many get their texts
    // She goes on typing: a letter or two after other words are looked up only where that costs no download.
    bool typing = false;
    std::vector<Filter> filters = {};  // an entry passes all; several of one facet are one
    bool counts = false;               // whether Answer::counts is wanted
};

// A piece of text; marked where it is what the query matched.
struct Run {
    std::string text;
    bool marked = false;

    friend bool operator==(const Run&, const Run&) = default;
};

struct Hit {
    EntryId entry = 0;  // number of the entry in its index
    std::string
        id;  // empty, like all texts, where none are asked for, and while no shard with its record is there
    std::string url;
    std::vector<Run> title;
    std::string section;       // heading of the section that the excerpt is from; may be empty
    std::string anchor;        // of that heading in its page
    std::vector<Run> excerpt;  // about 160 characters
    std::uint32_t score = 0;
    bool pinned = false;        // stands first for this query because an author says so
    std::uint32_t similar = 0;  // how many more say nearly the same, and are left out for it
};

// How many entries have a value of a facet.
struct FacetCount {
    std::string facet;
    std::string value;
    std::uint32_t entries = 0;

    friend bool operator==(const FacetCount&, const FacetCount&) = default;
};

struct Answer {
    std::vector<Hit> hits;  // best first, from what is loaded; ties by id
    std::vector<ShardId>
        wanted;  // fetch these and ask again: words, then records; empty when complete
    std::vector<ShardId> used;  // on which the answer rests, and those that are wanted
    std::string
        corrected;  // the query as it was understood, where words of it stand nowhere; else empty

    // How many entries match and pass the filters, those with a similar hit in their place included.
    std::uint32_t total = 0;
    // Whether entries match of which the index keeps no posting, as of a word that very many have: then total and counts
    // are what there is at least.
    bool at_least = false;
    // Of each value that the index knows, by facet and value: the entries that match and pass the filters of all other
    // facets, so that what else could be chosen is seen.
    std::vector<FacetCount> counts;
};

// What a visitor's page keeps of an index: far more than a visit asks for, and little for a telephone.
inline constexpr std::size_t kKeptInPage = 3 * 1024 * 1024;  // bytes

// Whether the index is of the query's language, as far as it names one.
bool is_meant(const Index& index, const Query& query);

// Cannot fail: a strange query only matches less. A text without any word finds what its filters let through, by prior
// (traits.h) and id, and nothing without filters; its counts are of all entries. The index is
// read-only and may be shared between threads.
Answer search(const Index& index, const Query& query);

}  // namespace ventanilla::search
