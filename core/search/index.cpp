#include "core/search/index.h"

#include <utility>

#include "core/search/index_data.h"

namespace ventanilla::search {

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

Index::Index(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

std::expected<Index, IndexFault> Index::open(std::string shard_0) {
    auto data = std::make_unique<Data>();
    data->shards.push_back(std::move(shard_0));
    const auto shard = open_shard(data->shards[0]);
    if (!shard) {
        return std::unexpected(shard.error());
    }
    if (shard->header.shard != 0) {
        return std::unexpected(IndexFault::kWrongShard);
    }
    data->header = shard->header;
    ByteReader reader(shard->body);
    data->language = reader.string();
    auto entries = Entries::open(reader);
    if (!entries) {
        return std::unexpected(IndexFault::kBroken);
    }
    auto dictionary = Dictionary::open(reader);
    if (!dictionary) {
        return std::unexpected(IndexFault::kBroken);
    }
    auto postings = Postings::open(reader, dictionary->term_count(), entries->count());
    if (!postings || !reader.finished()) {
        return std::unexpected(IndexFault::kBroken);
    }
    data->shards.resize(entries->shard_count());
    data->texts.resize(entries->shard_count());
    data->entries = std::move(*entries);
    data->dictionary = std::move(*dictionary);
    data->postings = std::move(*postings);
    return Index(std::move(data));
}

std::optional<IndexFault> Index::add(ShardId shard, std::string bytes) {
    if (shard >= shard_count()) {
        return IndexFault::kWrongShard;
    }
    const auto opened = open_shard(bytes);
    if (!opened) {
        return opened.error();
    }
    if (opened->header.index_id != data_->header.index_id || opened->header.shard != shard) {
        return IndexFault::kWrongShard;
    }
    if (holds(shard)) {
        return std::nullopt;
    }
    std::string& kept = data_->shards[shard];
    kept = std::move(bytes);
    const Entries& entries = data_->entries;
    auto texts = Texts::open(std::string_view(kept).substr(kept.size() - opened->body.size()),
                             entries.last_of(shard) - entries.first_of(shard));
    if (!texts) {
        kept = {};
        return IndexFault::kBroken;
    }
    data_->texts[shard] = std::move(*texts);
    return std::nullopt;
}

std::string_view Index::language() const {
    return data_->language;
}

std::size_t Index::entry_count() const {
    return data_->entries.count();
}

ShardId Index::shard_count() const {
    return data_->entries.shard_count();
}

bool Index::holds(ShardId shard) const {
    return shard < data_->shards.size() && !data_->shards[shard].empty();
}

std::optional<std::string_view> Index::Data::text_of(EntryId entry) const {
    const ShardId shard = entries.shard_of(entry);
    if (texts[shard].empty()) {
        return std::nullopt;
    }
    return texts[shard].at(entry - entries.first_of(shard));
}

}  // namespace ventanilla::search
