// core/search/entries.h
//
// What shard 0 knows of each entry (id, address, title) and in which shard its text lies; and the
// texts of one such shard.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/search/bytes.h"
#include "core/search/index.h"
#include "core/search/postings.h"

namespace ventanilla::search {

struct EntryView {
    std::string_view id;
    std::string_view url;
    std::string_view title;
};

class Entries {
public:
    // Checks that all strings are UTF-8 and that the shards hold as many entries as there are. The
    // bytes must outlive the entries.
    static std::optional<Entries> open(ByteReader& reader);

    [[nodiscard]] std::size_t count() const { return offsets_.size(); }
    // Precondition: entry < count().
    [[nodiscard]] EntryView at(EntryId entry) const;
    [[nodiscard]] ShardId shard_of(EntryId entry) const;

    // Shard 0 included.
    [[nodiscard]] ShardId shard_count() const { return static_cast<ShardId>(first_.size()); }
    // Entries whose texts lie in `shard`: [first, last).
    [[nodiscard]] EntryId first_of(ShardId shard) const { return first_[shard - 1]; }
    [[nodiscard]] EntryId last_of(ShardId shard) const { return first_[shard]; }

private:
    std::string_view bytes_;
    std::vector<std::uint32_t> offsets_;
    std::vector<EntryId> first_;  // of shard 1, 2, ..., then count()
};

class Texts {
public:
    Texts() = default;
    // Checks that there are `count` texts and that they are UTF-8. The bytes must outlive the
    // texts.
    static std::optional<Texts> open(std::string_view body, std::size_t count);

    [[nodiscard]] bool empty() const { return offsets_.empty(); }
    // Precondition: the shard holds that many.
    [[nodiscard]] std::string_view at(std::size_t number) const;

private:
    std::string_view bytes_;
    std::vector<std::uint32_t> offsets_;
};

}  // namespace ventanilla::search
