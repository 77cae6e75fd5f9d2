// core/search/format/shard.h
//
// What every shard begins with: magic, version, checksum, the index it belongs to and its number.
// docs/index-format.md is the format.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace ventanilla::search {

using ShardId = std::uint32_t;
using EntryId = std::uint32_t;  // in the order of the entries' ids

enum class IndexFault {
    kNotAnIndex,    // the bytes do not begin like an index
    kWrongVersion,  // made by another version of the builder
    kBroken,        // truncated, or a number in it leads outside
    kWrongShard,    // a shard of another index, or a number that this index does not have
};
std::string_view to_text(IndexFault fault);

// Readers take no other; a change of the format changes it.
inline constexpr std::uint32_t kShardVersion = 4;

struct ShardHeader {
    std::uint64_t index_id = 0;  // hash of the whole index; the same in all its shards
    ShardId shard = 0;
};

// Hash of all bytes, each of which changes it. Against accidents, not against attackers: readers
// check whatever they follow.
std::uint64_t checksum(std::string_view bytes, std::uint64_t seed = 0);

// The name of a shard's file in its index's folder: "12.bin".
std::string shard_name(ShardId shard);

// The whole shard: header, then body.
std::string make_shard(const ShardHeader& header, std::string_view body);

struct OpenedShard {
    ShardHeader header;
    std::string_view body;  // points into the bytes
};
std::expected<OpenedShard, IndexFault> open_shard(std::string_view bytes);

// Puts the right magic, version and checksum into bytes that were changed, so that a test reaches
// what lies behind them. Shorter bytes stay as they are.
void reseal(std::string& bytes);

}  // namespace ventanilla::search
