// core/search/format/records.h
//
// What a shard knows of entries: enough to show them as hits. One entry may have a record in several shards; each
// brings the sentences that show its shard's words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/search/format/bytes.h"
#include "core/search/format/postings.h"

namespace ventanilla::search {

// A sentence or two of an entry, and the section in which they stand.
struct Piece {
    std::string_view heading;  // empty before the first one
    std::string_view anchor;   // of the heading in its page
    std::string_view text;     // one line
};

struct Record {
    EntryId entry = 0;
    std::string_view id;
    std::string_view url;
    std::string_view title;
    std::vector<Piece> pieces;  // as they follow each other in the entry
};

class Records {
public:
    // Checks that entries ascend and are below `entries` and that all strings are UTF-8 without line breaks. The bytes
    // must outlive the records.
    static std::optional<Records> open(ByteReader& reader, std::size_t entries);

    // `records` ascend by entry.
    static void write(const std::vector<Record>& records, std::string& bytes);

    [[nodiscard]] std::size_t count() const { return places_.size(); }
    [[nodiscard]] std::optional<Record> find(EntryId entry) const;

private:
    struct Place {
        EntryId entry;
        std::uint32_t at;
    };
    std::string_view bytes_;
    std::vector<Place> places_;
};

}  // namespace ventanilla::search
