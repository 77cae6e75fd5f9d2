// core/search/builder.h
//
// Builds an index from articles and guides. Same entries in the same order, same bytes.
//
//   IndexBuilder builder("es");
//   builder.add({.id = "sin-internet", .url = "/es/articulos/sin-internet", .title = "...", .sections = {...}});
//   std::vector<std::string> shards = std::move(builder).finish();
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ventanilla::search {

// What stands under a heading, or before the first one.
struct Section {
    std::string heading;
    std::string anchor;  // of the heading in its page; may be empty
    std::string text;
};

// What is found: plain texts in UTF-8, without markup.
struct Entry {
    std::string id;   // unique in the index
    std::string url;  // where it stands; handed back as it is
    std::string title;
    std::string summary;
    std::vector<std::string> tags;
    std::vector<Section> sections;
};

class IndexBuilder {
public:
    explicit IndexBuilder(std::string language);
    ~IndexBuilder();

    // An entry without an id, or with one that is there already, is refused: false, and nothing is added.
    bool add(const Entry& entry);

    // One string a shard, the root first.
    std::vector<std::string> finish() &&;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ventanilla::search
