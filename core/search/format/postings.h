// core/search/format/postings.h
//
// Which entries hold a term, and what it says about each (its bearing, see ranking.h).
//
//   for (auto cursor = postings.of(term); cursor.valid(); cursor.next())
//       use(cursor.entry(), unpack(cursor.bearing()));
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/format/bytes.h"
#include "core/search/format/dictionary.h"
#include "core/search/format/shard.h"
#include "core/search/terms/ranking.h"
#include "core/search/terms/words.h"

namespace ventanilla::search {

struct Posting {
    EntryId entry = 0;
    std::uint8_t bearing = 0;  // packed
    std::uint8_t title_rarity =
        0;  // of the entry's title, in kTitleUnit; 0 where the term is not in it
    std::uint8_t in_title = 0;    // a StopWordSet: those that stand beside the term there
    std::uint8_t in_heading = 0;  // the same for the heading of which it is most
};

// The postings of a term, ascending by entry; of a frequent term only the best.
struct TermList {
    std::vector<Posting> postings;
    std::uint32_t holding = 0;  // how many entries hold the term
};

class Postings {
public:
    // Checks that each of `terms` lists has at least one posting, that entries ascend and are below `entries`, that no
    // more entries hold the term than there are, that no bearing is empty
    // and no title without rarity. The bytes must outlive the postings.
    static std::optional<Postings> open(ByteReader& reader, std::size_t terms, std::size_t entries);

    // `lists` in the order of their terms, none of them empty.
    static void write(const std::vector<const TermList*>& lists, std::string& bytes);

    class Cursor {
    public:
        [[nodiscard]] bool valid() const { return left_ > 0; }
        [[nodiscard]] EntryId entry() const { return entry_; }
        [[nodiscard]] std::uint8_t bearing() const {
            return static_cast<std::uint8_t>(bytes_[bearing_at_]);
        }
        // Precondition: the bearing is in the title.
        [[nodiscard]] std::uint8_t title_rarity() const {
            return static_cast<std::uint8_t>(bytes_[title_at_]);
        }
        [[nodiscard]] StopWordSet in_title() const {
            return static_cast<std::uint8_t>(bytes_[title_at_ + 1]);
        }
        // Precondition: the bearing has a heading.
        [[nodiscard]] StopWordSet in_heading() const {
            return static_cast<std::uint8_t>(bytes_[heading_at_]);
        }
        // How many entries hold the term, those that the list leaves out included.
        [[nodiscard]] std::uint32_t holding() const { return holding_; }
        // Whether the list leaves entries out. Precondition: next() was not called.
        [[nodiscard]] bool is_cut() const { return left_ < holding_; }
        void next() {
            const Bearing passed = unpack(bearing());
            title_at_ += passed.in_title ? 2 : 0;
            heading_at_ += passed.heading > 0 ? 1 : 0;
            ++bearing_at_;
            if (--left_ > 0) {
                entry_ += checked_varint(bytes_, at_) + 1;
            }
        }

    private:
        friend class Postings;
        Cursor(std::string_view bytes, std::size_t at);

        std::string_view bytes_;
        std::size_t at_;
        std::size_t bearing_at_ = 0;
        std::size_t heading_at_ = 0;
        std::size_t title_at_ = 0;
        std::uint32_t left_;
        std::uint32_t holding_;
        EntryId entry_ = 0;
    };
    // Precondition: `term` is one of the dictionary's.
    [[nodiscard]] Cursor of(TermId term) const { return {bytes_, offsets_[term]}; }

private:
    std::string_view bytes_;
    std::vector<std::uint32_t> offsets_;
};

}  // namespace ventanilla::search
