// core/search/building/builder.h
//
// Builds an index from articles and guides. Same entries in the same order, same bytes.
//
//   IndexBuilder builder("es");
//   builder.add({.id = "sin-internet", .url = "/es/articulos/sin-internet", .title = "...", .sections = {...}});
//   std::vector<std::string> shards = std::move(builder).finish();
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/for_each.h"

namespace ventanilla::search {

// What stands under a heading, or before the first one.
struct Section {
    std::string heading;
    std::string anchor;  // of the heading in its page; may be empty
    std::string text;
};

// What entries are chosen by, besides words: "category", "audience", "product".
struct Facet {
    std::string name;
    std::vector<std::string> values;  // without regard to case and accents
};

// What readers say of an entry.
struct Votes {
    std::uint32_t yes = 0;
    std::uint32_t no = 0;
};

// What is found: plain texts in UTF-8, without markup.
struct Entry {
    std::string id;   // unique in the index
    std::string url;  // where it stands; handed back as it is
    std::string title;
    std::string summary;
    std::vector<std::string> tags;
    std::vector<Section> sections;
    // What other entries call this one: the texts of links that lead to it, each once for an entry that has it. They are
    // found and never shown. Texts that say nothing of what they lead to ("here", addresses) count for nothing.
    std::vector<std::string> link_texts = {};

    // What traits.h does with it: of an index's facets the first 16 names count.
    std::vector<Facet> facets = {};
    std::vector<std::string> pins = {};  // queries for which the entry stands first
    std::string updated = {};            // ISO 8601 date; may be empty
    Votes votes = {};
};

class IndexBuilder {
public:
    explicit IndexBuilder(const std::string& language);
    ~IndexBuilder();

    // An entry without an id, or with one that is there already, is refused: false, and nothing is added.
    bool add(Entry entry);

    // One string a shard, the root first: the same ones however `for_each` shares the work out.
    std::vector<std::string> finish(const base::ForEach& for_each = base::in_order) &&;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ventanilla::search
