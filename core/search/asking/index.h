// core/search/asking/index.h
//
// A search index of one language, opened from bytes. It is cut into shards: shard 0, the root, says which shard holds
// what; of a small index it is all there is. A host hands shards in as they arrive and asks again;
// docs/index-format.md describes the bytes.
//
//   auto index = Index::open(bytes_of_shard_0);
//   if (!index) return index.error();
//   if (auto fault = index->add(3, bytes_of_shard_3)) ...
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/format/shard.h"

namespace ventanilla::search {

class Index {
public:
    // Checks the bytes whole; what opens can be searched without further checks.
    static std::expected<Index, IndexFault> open(std::string root);
    ~Index();
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;

    // Takes one more shard; nothing is returned when all is well. Adding a shard twice is harmless.
    std::optional<IndexFault> add(ShardId shard, std::string bytes);

    // Forgets all shards but the root and `used`, once they have more than `bytes` together. They may be added again.
    void keep_within(std::size_t bytes, const std::vector<ShardId>& used);

    [[nodiscard]] std::string_view language() const;
    [[nodiscard]] std::size_t entry_count() const;
    [[nodiscard]] ShardId shard_count() const;  // the root included
    [[nodiscard]] bool holds(ShardId shard) const;

    struct Data;
    [[nodiscard]] const Data& data() const { return *data_; }

private:
    explicit Index(std::unique_ptr<Data> data);
    std::unique_ptr<Data> data_;
};

}  // namespace ventanilla::search
