// server/limits/times_table.h
//
// What the limits keep of callers: one point in time for each, by a hash of who it is. The table has its size from the
// start and never grows, however many call.
//
// A hash has its place in one row of a few. Where all of these are taken, the time that lies furthest back is forgotten:
// it is of a caller who is about to be as good as new, or is already.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "server/limits/gcra.h"

namespace ventanilla::limits {

class TimesTable {
public:
    static constexpr std::size_t kRow = 8;
    static constexpr std::size_t kEntryBytes = 16;

    // `entries` is rounded up to whole rows.
    explicit TimesTable(std::size_t entries);

    [[nodiscard]] std::optional<Instant> find(std::uint64_t hash) const;
    void keep(std::uint64_t hash, Instant time);

    [[nodiscard]] std::size_t capacity() const { return entries_.size(); }

private:
    struct Entry {
        std::uint64_t hash = 0;
        Instant time{0};  // 0: nobody's
    };
    static_assert(sizeof(Entry) == kEntryBytes);

    [[nodiscard]] std::size_t row_of(std::uint64_t hash) const;

    std::vector<Entry> entries_;
};

}  // namespace ventanilla::limits
