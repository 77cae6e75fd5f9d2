#include "core/search/format/shard.h"

#include "core/search/format/bytes.h"

namespace ventanilla::search {
namespace {

constexpr std::string_view kMagic = "VTNX";
constexpr std::size_t kSealed = 16;  // magic, version and checksum; what follows is in the checksum

std::string seal_of(std::string_view sealed) {
    std::string seal(kMagic);
    append_u32(seal, kShardVersion);
    append_u64(seal, checksum(sealed));
    return seal;
}

}  // namespace

std::string_view to_text(IndexFault fault) {
    switch (fault) {
    case IndexFault::kNotAnIndex:
        return "these bytes are not a search index";
    case IndexFault::kWrongVersion:
        return "the search index was made by another version";
    case IndexFault::kBroken:
        return "the search index is truncated or damaged";
    case IndexFault::kWrongShard:
        return "the shard belongs to another search index";
    }
    return {};
}

std::uint64_t checksum(std::string_view bytes, std::uint64_t seed) {
    // FNV-1a over 64-bit words; the end as MurmurHash3 mixes it.
    constexpr std::uint64_t kPrime = 0x100000001B3;
    std::uint64_t hash = (0xCBF29CE484222325 ^ seed ^ bytes.size()) * kPrime;
    std::size_t at = 0;
    for (; bytes.size() - at >= 8; at += 8) {
        hash = (hash ^ checked_u64(bytes, at)) * kPrime;
    }
    for (const char byte : bytes.substr(at)) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * kPrime;
    }
    hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
    return hash ^ (hash >> 33);
}

std::string shard_name(ShardId shard) {
    return std::to_string(shard) + ".bin";
}

std::string make_shard(const ShardHeader& header, std::string_view body) {
    std::string sealed;
    sealed.reserve(body.size() + 12);
    append_u64(sealed, header.index_id);
    append_u32(sealed, header.shard);
    sealed += body;
    return seal_of(sealed) + sealed;
}

std::expected<OpenedShard, IndexFault> open_shard(std::string_view bytes) {
    if (!bytes.starts_with(kMagic)) {
        return std::unexpected(IndexFault::kNotAnIndex);
    }
    ByteReader reader(bytes);
    reader.take(kMagic.size());
    const std::uint32_t version = reader.u32();
    const std::uint64_t sum = reader.u64();
    OpenedShard shard;
    shard.header.index_id = reader.u64();
    shard.header.shard = reader.u32();
    if (!reader.failed() && version != kShardVersion) {
        return std::unexpected(IndexFault::kWrongVersion);
    }
    if (reader.failed() || sum != checksum(bytes.substr(kSealed))) {
        return std::unexpected(IndexFault::kBroken);
    }
    shard.body = bytes.substr(reader.at());
    return shard;
}

void reseal(std::string& bytes) {
    if (bytes.size() >= kSealed) {
        bytes.replace(0, kSealed, seal_of(std::string_view(bytes).substr(kSealed)));
    }
}

}  // namespace ventanilla::search
