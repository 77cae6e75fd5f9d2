#include "core/search/entries.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

std::string_view checked_string(std::string_view bytes, std::size_t& at) {
    const std::uint32_t size = checked_varint(bytes, at);
    at += size;
    return bytes.substr(at - size, size);
}

}  // namespace

std::optional<Entries> Entries::open(ByteReader& reader) {
    Entries entries;
    const std::uint32_t shards = reader.varint();
    if (reader.failed() || shards > reader.left()) {
        return std::nullopt;
    }
    entries.first_.reserve(shards + std::size_t{1});
    entries.first_.push_back(0);
    for (std::uint32_t shard = 0; shard < shards; ++shard) {
        const std::uint32_t first = entries.first_.back();
        const std::uint32_t count = reader.varint();
        // An entry has at least three bytes.
        if (count == 0 || count > reader.left() || first > reader.left() - count) {
            return std::nullopt;
        }
        entries.first_.push_back(first + count);
    }
    const std::uint32_t count = entries.first_.back();
    entries.bytes_ = reader.string();
    if (reader.failed() || count > entries.bytes_.size() / 3) {
        return std::nullopt;
    }
    ByteReader strings(entries.bytes_);
    entries.offsets_.reserve(count);
    for (std::uint32_t entry = 0; entry < count; ++entry) {
        entries.offsets_.push_back(static_cast<std::uint32_t>(strings.at()));
        for (int part = 0; part < 3; ++part) {
            if (!text::is_valid_utf8(strings.string())) {
                return std::nullopt;
            }
        }
    }
    return strings.finished() ? std::optional(std::move(entries)) : std::nullopt;
}

EntryView Entries::at(EntryId entry) const {
    std::size_t at = offsets_[entry];
    EntryView view;
    view.id = checked_string(bytes_, at);
    view.url = checked_string(bytes_, at);
    view.title = checked_string(bytes_, at);
    return view;
}

ShardId Entries::shard_of(EntryId entry) const {
    return static_cast<ShardId>(std::upper_bound(first_.begin(), first_.end(), entry) -
                                first_.begin());
}

std::optional<Texts> Texts::open(std::string_view body, std::size_t count) {
    Texts texts;
    texts.bytes_ = body;
    if (count > body.size()) {
        return std::nullopt;
    }
    ByteReader reader(body);
    texts.offsets_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        texts.offsets_.push_back(static_cast<std::uint32_t>(reader.at()));
        if (!text::is_valid_utf8(reader.string())) {
            return std::nullopt;
        }
    }
    return reader.finished() ? std::optional(std::move(texts)) : std::nullopt;
}

std::string_view Texts::at(std::size_t number) const {
    std::size_t at = offsets_[number];
    return checked_string(bytes_, at);
}

}  // namespace ventanilla::search
