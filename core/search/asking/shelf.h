// core/search/asking/shelf.h
//
// The shards that one query asks: noted as they are asked, with those that have yet to come.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/search/asking/index_data.h"

namespace ventanilla::search {

class Shelf {
public:
    explicit Shelf(const Index::Data& index) : index_(&index) {}

    // False while the shard is not there.
    bool ask(ShardId shard);
    // Null while the shard, which has words, is not there.
    const Part* ask_part(ShardId shard);
    // The term of `word` itself, in the shard where it lies; nothing, too, while that is not there.
    std::optional<TermRef> ask_for(std::string_view word);

    [[nodiscard]] const std::vector<ShardId>& asked() const { return asked_; }  // each once
    [[nodiscard]] const std::vector<ShardId>& lacking() const {
        return lacking_;
    }  // those of them that are not there

private:
    const Index::Data* index_;
    std::vector<ShardId> asked_;
    std::vector<ShardId> lacking_;
};

}  // namespace ventanilla::search
