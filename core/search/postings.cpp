#include "core/search/postings.h"

#include "core/search/ranking.h"

namespace ventanilla::search {

// A list: its count, the size of its entries in bytes, each entry's distance from the one before
// (less 1), then each impact. Distances and impacts stand apart because each compresses better
// among its like.

std::optional<Postings> Postings::open(ByteReader& reader, std::size_t terms, std::size_t entries) {
    Postings postings;
    postings.bytes_ = reader.string();
    if (reader.failed() || terms > postings.bytes_.size()) {
        return std::nullopt;
    }
    postings.offsets_.reserve(terms);
    ByteReader lists(postings.bytes_);
    for (std::size_t term = 0; term < terms; ++term) {
        postings.offsets_.push_back(static_cast<std::uint32_t>(lists.at()));
        const std::uint32_t count = lists.varint();
        const std::uint32_t size = lists.varint();
        const std::size_t begin = lists.at();
        std::uint64_t entry = 0;
        if (count == 0 || count > entries) {
            return std::nullopt;
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            entry += lists.varint() + std::uint64_t{i > 0};
            if (lists.failed() || entry >= entries) {
                return std::nullopt;
            }
        }
        if (lists.at() - begin != size) {
            return std::nullopt;
        }
        for (const char impact : lists.take(count)) {
            const auto value = static_cast<unsigned char>(impact);
            if (value == 0 || value > kMaxImpact) {
                return std::nullopt;
            }
        }
        if (lists.failed()) {
            return std::nullopt;
        }
    }
    return lists.finished() ? std::optional(std::move(postings)) : std::nullopt;
}

void Postings::write(const std::vector<std::vector<Posting>>& lists, std::string& bytes) {
    std::string all;
    for (const std::vector<Posting>& list : lists) {
        std::string entries;
        EntryId next = 0;
        for (const Posting& posting : list) {
            append_varint(entries, posting.entry - next);
            next = posting.entry + 1;
        }
        append_varint(all, static_cast<std::uint32_t>(list.size()));
        append_varint(all, static_cast<std::uint32_t>(entries.size()));
        all += entries;
        for (const Posting& posting : list) {
            all.push_back(static_cast<char>(posting.impact));
        }
    }
    append_string(bytes, all);
}

Postings::Cursor::Cursor(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {
    left_ = checked_varint(bytes_, at_);
    const std::uint32_t size = checked_varint(bytes_, at_);
    impact_at_ = at_ + size;
    entry_ = checked_varint(bytes_, at_);
}

}  // namespace ventanilla::search
