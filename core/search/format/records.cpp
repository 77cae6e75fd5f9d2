#include "core/search/format/records.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

// A piece is marked 0 when it stands in the section of the one before, 1 when it opens the next one that is told.
constexpr std::uint32_t kSameSection = 0;
constexpr std::uint32_t kNewSection = 1;

std::optional<Record> read(ByteReader& reader, EntryId entry) {
    Record record;
    record.entry = entry;
    record.id = reader.string();
    record.url = reader.string();
    record.title = reader.string();
    const std::uint32_t count = reader.varint();
    if (reader.failed() || count > reader.left()) {
        return std::nullopt;
    }
    record.pieces.reserve(count);
    Piece piece;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t mark = reader.varint();
        if (mark > kNewSection) {
            return std::nullopt;
        }
        if (mark == kNewSection) {
            piece.heading = reader.string();
            piece.anchor = reader.string();
        }
        piece.text = reader.string();
        record.pieces.push_back(piece);
    }
    return reader.failed() ? std::nullopt : std::optional(std::move(record));
}

bool is_line(std::string_view text) {
    return text.find('\n') == std::string_view::npos && text::is_valid_utf8(text);
}

bool is_sound(const Record& record) {
    return is_line(record.id) && is_line(record.url) && is_line(record.title) &&
           std::all_of(record.pieces.begin(), record.pieces.end(), [](const Piece& piece) {
               return is_line(piece.heading) && is_line(piece.anchor) && is_line(piece.text);
           });
}

}  // namespace

std::optional<Records> Records::open(ByteReader& reader, std::size_t entries) {
    Records records;
    const std::uint32_t count = reader.varint();
    records.bytes_ = reader.string();
    if (reader.failed() || count > records.bytes_.size()) {
        return std::nullopt;
    }
    records.places_.reserve(count);
    ByteReader strings(records.bytes_);
    std::uint64_t entry = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        entry += strings.varint() + std::uint64_t{i > 0};
        if (strings.failed() || entry >= entries) {
            return std::nullopt;
        }
        const auto id = static_cast<EntryId>(entry);
        records.places_.push_back({id, static_cast<std::uint32_t>(strings.at())});
        const auto record = read(strings, id);
        if (!record || !is_sound(*record)) {
            return std::nullopt;
        }
    }
    return strings.finished() ? std::optional(std::move(records)) : std::nullopt;
}

void Records::write(const std::vector<Record>& records, std::string& bytes) {
    std::string all;
    EntryId next = 0;
    for (const Record& record : records) {
        append_varint(all, record.entry - next);
        next = record.entry + 1;
        append_string(all, record.id);
        append_string(all, record.url);
        append_string(all, record.title);
        append_varint(all, static_cast<std::uint32_t>(record.pieces.size()));
        Piece last;
        for (const Piece& piece : record.pieces) {
            const bool same = piece.heading == last.heading && piece.anchor == last.anchor;
            append_varint(all, same ? kSameSection : kNewSection);
            if (!same) {
                append_string(all, piece.heading);
                append_string(all, piece.anchor);
            }
            append_string(all, piece.text);
            last = piece;
        }
    }
    append_varint(bytes, static_cast<std::uint32_t>(records.size()));
    append_string(bytes, all);
}

std::optional<Record> Records::find(EntryId entry) const {
    const auto at =
        std::lower_bound(places_.begin(), places_.end(), entry,
                         [](const Place& place, EntryId value) { return place.entry < value; });
    if (at == places_.end() || at->entry != entry) {
        return std::nullopt;
    }
    ByteReader reader(bytes_.substr(at->at));
    return read(reader, entry);
}

}  // namespace ventanilla::search
