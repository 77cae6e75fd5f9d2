// core/search/postings.h
//
// Which entries hold a term, and how much it says about each (its impact, see ranking.h).
//
//   for (auto cursor = postings.of(term); cursor.valid(); cursor.next()) use(cursor.entry(),
//   cursor.impact());
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/bytes.h"
#include "core/search/dictionary.h"

namespace ventanilla::search {

using EntryId = std::uint32_t;

struct Posting {
    EntryId entry = 0;
    std::uint8_t impact = 0;  // 1..kMaxImpact
};

class Postings {
public:
    // Checks that each of `terms` lists has at least one posting, that entries ascend and are below
    // `entries`, and that impacts are in range. The bytes must outlive the postings.
    static std::optional<Postings> open(ByteReader& reader, std::size_t terms, std::size_t entries);

    // `lists` in the order of their terms, each ascending by entry and not empty.
    static void write(const std::vector<std::vector<Posting>>& lists, std::string& bytes);

    class Cursor {
    public:
        [[nodiscard]] bool valid() const { return left_ > 0; }
        [[nodiscard]] EntryId entry() const { return entry_; }
        [[nodiscard]] std::uint8_t impact() const {
            return static_cast<std::uint8_t>(bytes_[impact_at_]);
        }
        [[nodiscard]] std::uint32_t left() const { return left_; }
        void next() {
            ++impact_at_;
            if (--left_ > 0) {
                entry_ += checked_varint(bytes_, at_) + 1;
            }
        }

    private:
        friend class Postings;
        Cursor(std::string_view bytes, std::size_t at);

        std::string_view bytes_;
        std::size_t at_;
        std::size_t impact_at_ = 0;
        std::uint32_t left_;
        EntryId entry_ = 0;
    };
    // Precondition: `term` is one of the dictionary's.
    [[nodiscard]] Cursor of(TermId term) const { return {bytes_, offsets_[term]}; }

private:
    std::string_view bytes_;
    std::vector<std::uint32_t> offsets_;
};

}  // namespace ventanilla::search
