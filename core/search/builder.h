// core/search/builder.h
//
// Builds an index from articles and guides. Same entries in the same order, same bytes.
//
//   IndexBuilder builder("es");
//   builder.add({.id = "sin-internet", .url = "/es/articulos/sin-internet", .title = "...", .body = "..."});
//   std::vector<std::string> shards = std::move(builder).finish();
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ventanilla::search {

// What is found: plain texts in UTF-8, without markup.
struct Entry {
    std::string id;   // unique in the index
    std::string url;  // where it stands; handed back as it is
    std::string title;
    std::string summary;
    std::vector<std::string> headings;
    std::vector<std::string> tags;
    std::string body;
};

class IndexBuilder {
public:
    explicit IndexBuilder(std::string language);
    ~IndexBuilder();

    // A second entry with the same id is refused: false, and nothing is added.
    bool add(Entry entry);

    // One string a shard, shard 0 first.
    std::vector<std::string> finish() &&;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ventanilla::search
