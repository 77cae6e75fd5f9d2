// core/search/asking/index_data.h
//
// What an Index holds: the shards that have come, and what the root says about the others. Shards are numbered: the
// root, then those of words, then those of records alone, then those of spellings.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/search/asking/index.h"
#include "core/search/format/directory.h"
#include "core/search/format/part.h"
#include "core/search/format/shard.h"
#include "core/search/format/spelling.h"
#include "core/search/format/traits.h"

namespace ventanilla::search {

// A shard as it came, and what was read in it.
struct OpenPart {
    std::string bytes;
    Part part;            // of a shard of words or records
    Spellings spellings;  // of a shard of these

    // Read what is left; false if it is broken.
    bool take_part(ByteReader& reader, std::size_t entries) {
        auto opened = Part::open(reader, entries);
        part = opened ? std::move(*opened) : Part();
        return opened && reader.finished();
    }
    bool take_spellings(ByteReader& reader) {
        const auto opened = Spellings::open(reader);
        spellings = opened.value_or(Spellings());
        return opened && reader.finished();
    }
};

inline void add_once(std::vector<ShardId>& shards, ShardId shard) {
    if (std::find(shards.begin(), shards.end(), shard) == shards.end()) {
        shards.push_back(shard);
    }
}

// A term of one shard.
struct TermRef {
    ShardId shard = 0;
    TermId term = 0;

    friend bool operator==(const TermRef&, const TermRef&) = default;
};

struct Index::Data {
    ShardHeader header;
    std::string language;
    std::uint32_t entries = 0;
    Directory directory;
    Traits traits;
    std::uint32_t records_each =
        0;  // entries that a shard of records holds; 0: the root holds them all
    SpellingDirectory spellings;
    ShardId shard_count = 1;
    std::vector<std::unique_ptr<OpenPart>> parts;  // by shard; null where not held
    std::size_t held_bytes = 0;                    // of them

    // The shard in whose range of the alphabet `word` lies.
    [[nodiscard]] ShardId shard_of_word(std::string_view word) const {
        return directory.ranges().empty() ? 0 : static_cast<ShardId>(directory.covering(word) + 1);
    }
    // The shard of records in which `entry` is for certain. Precondition: entry < entries.
    [[nodiscard]] ShardId shard_of_record(EntryId entry) const {
        return records_each == 0
                   ? 0
                   : static_cast<ShardId>(1 + directory.ranges().size() + entry / records_each);
    }
    // Precondition: there are shards of spellings.
    [[nodiscard]] ShardId shard_of_ending(std::string_view backwards) const {
        return first_spelling() + static_cast<ShardId>(spellings.covering(backwards));
    }
    [[nodiscard]] ShardId first_spelling() const {
        return shard_count - static_cast<ShardId>(spellings.size());
    }
    // Null while the shard is not there.
    [[nodiscard]] const Part* part(ShardId shard) const {
        return parts[shard] ? &parts[shard]->part : nullptr;
    }
    // Precondition: the shard is there, and one of spellings.
    [[nodiscard]] const Spellings& spellings_of(ShardId shard) const {
        return parts[shard]->spellings;
    }
    // Precondition: the shard is there.
    [[nodiscard]] Postings::Cursor postings_of(TermRef term) const {
        return parts[term.shard]->part.postings.of(term.term);
    }
};

}  // namespace ventanilla::search
