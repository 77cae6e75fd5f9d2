#include "core/search/asking/index.h"

#include <algorithm>
#include <utility>

#include "core/search/asking/index_data.h"

namespace ventanilla::search {
namespace {

// Twice the largest help centre; what a search reserves for so many fits into a page's memory, whoever made the index.
constexpr std::uint32_t kMaxEntries = 200'000;

}  // namespace

Index::Index(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

std::expected<Index, IndexFault> Index::open(std::string root) {
    auto data = std::make_unique<Data>();
    auto held = std::make_unique<OpenPart>();
    held->bytes = std::move(root);
    const auto shard = open_shard(held->bytes);
    if (!shard) {
        return std::unexpected(shard.error());
    }
    if (shard->header.shard != 0) {
        return std::unexpected(IndexFault::kWrongShard);
    }
    data->header = shard->header;
    ByteReader reader(shard->body);
    data->language = reader.string();
    data->entries = reader.varint();
    data->records_each = reader.varint();
    auto directory = Directory::open(reader);
    auto spellings = SpellingDirectory::open(reader);
    // Scores are kept for all entries, so their number is bounded.
    if (!directory || !spellings || data->entries > kMaxEntries ||
        directory->ranges().empty() != (data->records_each == 0) ||
        (data->records_each == 0 && spellings->size() > 0)) {
        return std::unexpected(IndexFault::kBroken);
    }
    data->directory = std::move(*directory);
    data->spellings = std::move(*spellings);
    auto traits = Traits::open(reader.string(), data->entries);
    if (!traits || reader.failed()) {
        return std::unexpected(IndexFault::kBroken);
    }
    data->traits = std::move(*traits);
    if (data->records_each == 0) {
        if (!held->take_part(reader, data->entries) ||
            held->part.records.count() != data->entries) {
            return std::unexpected(IndexFault::kBroken);
        }
    } else {
        data->shard_count += static_cast<ShardId>(
            data->directory.ranges().size() +
            (data->entries + data->records_each - std::uint64_t{1}) / data->records_each +
            data->spellings.size());
    }
    if (!reader.finished()) {
        return std::unexpected(IndexFault::kBroken);
    }
    data->parts.resize(data->shard_count);
    data->parts[0] = std::move(held);
    return Index(std::move(data));
}

std::optional<IndexFault> Index::add(ShardId shard, std::string bytes) {
    if (shard >= shard_count()) {
        return IndexFault::kWrongShard;
    }
    auto held = std::make_unique<OpenPart>();
    held->bytes = std::move(bytes);
    const auto opened = open_shard(held->bytes);
    if (!opened) {
        return opened.error();
    }
    if (opened->header.index_id != data_->header.index_id || opened->header.shard != shard) {
        return IndexFault::kWrongShard;
    }
    if (holds(shard)) {
        return std::nullopt;
    }
    ByteReader reader(opened->body);
    if (!(shard < data_->first_spelling() ? held->take_part(reader, data_->entries)
                                          : held->take_spellings(reader))) {
        return IndexFault::kBroken;
    }
    data_->held_bytes += held->bytes.size();
    data_->parts[shard] = std::move(held);
    return std::nullopt;
}

void Index::keep_within(std::size_t bytes, const std::vector<ShardId>& used) {
    if (data_->held_bytes <= bytes) {
        return;
    }
    for (ShardId shard = 1; shard < data_->parts.size(); ++shard) {
        auto& part = data_->parts[shard];
        if (part && std::find(used.begin(), used.end(), shard) == used.end()) {
            data_->held_bytes -= part->bytes.size();
            part.reset();
        }
    }
}

std::string_view Index::language() const {
    return data_->language;
}

std::size_t Index::entry_count() const {
    return data_->entries;
}

ShardId Index::shard_count() const {
    return data_->shard_count;
}

bool Index::holds(ShardId shard) const {
    return shard < data_->parts.size() && data_->parts[shard] != nullptr;
}

}  // namespace ventanilla::search
