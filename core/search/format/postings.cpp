#include "core/search/format/postings.h"

#include "core/search/terms/ranking.h"

namespace ventanilla::search {

// A list: its count, how many entries more hold the term, the size of its entries in bytes, each entry's distance from the one before
// (less 1), how many bytes headings have, each bearing, of those in headings the stop words beside them,
// of those in titles the title's rarity and its stop words. They stand apart because each compresses
// better among its like.

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
        const std::uint32_t left_out = lists.varint();
        const std::uint32_t in_headings = lists.varint();
        const std::uint32_t size = lists.varint();
        const std::size_t begin = lists.at();
        std::uint64_t entry = 0;
        if (count == 0 || std::uint64_t{count} + left_out > entries) {
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
        std::size_t titles = 0;
        std::size_t headings = 0;
        for (const char byte : lists.take(count)) {
            const Bearing bearing = unpack(static_cast<std::uint8_t>(byte));
            if (bearing.impact == 0) {
                return std::nullopt;
            }
            titles += bearing.in_title ? 1 : 0;
            headings += bearing.heading > 0 ? 1 : 0;
        }
        lists.take(headings + titles * 2);
        if (lists.failed() || headings != in_headings) {
            return std::nullopt;
        }
    }
    return lists.finished() ? std::optional(std::move(postings)) : std::nullopt;
}

void Postings::write(const std::vector<const TermList*>& lists, std::string& bytes) {
    std::string all;
    for (const TermList* list : lists) {
        const auto count = static_cast<std::uint32_t>(list->postings.size());
        std::string entries;
        std::string headings;
        EntryId next = 0;
        for (const Posting& posting : list->postings) {
            append_varint(entries, posting.entry - next);
            next = posting.entry + 1;
            if (unpack(posting.bearing).heading > 0) {
                headings.push_back(static_cast<char>(posting.in_heading));
            }
        }
        append_varint(all, count);
        append_varint(all, list->holding - count);
        append_varint(all, static_cast<std::uint32_t>(headings.size()));
        append_varint(all, static_cast<std::uint32_t>(entries.size()));
        all += entries;
        for (const Posting& posting : list->postings) {
            all.push_back(static_cast<char>(posting.bearing));
        }
        all += headings;
        for (const Posting& posting : list->postings) {
            if (unpack(posting.bearing).in_title) {
                all.push_back(static_cast<char>(posting.title_rarity));
                all.push_back(static_cast<char>(posting.in_title));
            }
        }
    }
    append_string(bytes, all);
}

Postings::Cursor::Cursor(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {
    left_ = checked_varint(bytes_, at_);
    holding_ = left_ + checked_varint(bytes_, at_);
    const std::uint32_t headings = checked_varint(bytes_, at_);
    const std::uint32_t size = checked_varint(bytes_, at_);
    bearing_at_ = at_ + size;
    heading_at_ = bearing_at_ + left_;
    title_at_ = heading_at_ + headings;
    entry_ = checked_varint(bytes_, at_);
}

}  // namespace ventanilla::search
