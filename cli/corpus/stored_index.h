// cli/corpus/stored_index.h
//
// An index on the disk; shards are read when a search wants them.
//
//   auto index = StoredIndex::open("index/", std::cerr);
//   if (index) show(index->search({.text = "no tengo internet"}).hits);
#pragma once

#include <filesystem>
#include <optional>
#include <ostream>
#include <vector>

#include "core/search/asking/query.h"

namespace ventanilla::corpus {

class StoredIndex {
public:
    // Nothing if there is none; then the log says why.
    static std::optional<StoredIndex> open(const std::filesystem::path& dir, std::ostream& log);

    // The whole answer, as far as the shards can be read.
    search::Answer search(const search::Query& query);

    // With all shards that were wanted.
    [[nodiscard]] const search::Index& index() const { return index_; }

private:
    StoredIndex(search::Index index, std::filesystem::path folder);

    // Whether one at least could be had.
    bool load(const std::vector<search::ShardId>& shards);
    bool load(search::ShardId shard);

    search::Index index_;
    std::filesystem::path folder_;
};

}  // namespace ventanilla::corpus
