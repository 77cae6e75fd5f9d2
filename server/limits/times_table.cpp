#include "server/limits/times_table.h"

#include <algorithm>
#include <span>

namespace ventanilla::limits {

TimesTable::TimesTable(std::size_t entries)
    : entries_(std::max<std::size_t>((entries + kRow - 1) / kRow, 1) * kRow) {}

std::size_t TimesTable::row_of(std::uint64_t hash) const {
    return hash % (entries_.size() / kRow) * kRow;
}

std::optional<Instant> TimesTable::find(std::uint64_t hash) const {
    const auto row = std::span(entries_).subspan(row_of(hash), kRow);
    const auto found = std::ranges::find_if(
        row, [hash](const Entry& entry) { return entry.hash == hash && entry.time > Instant(0); });
    return found == row.end() ? std::nullopt : std::optional(found->time);
}

void TimesTable::keep(std::uint64_t hash, Instant time) {
    const auto row = std::span(entries_).subspan(row_of(hash), kRow);
    auto place = std::ranges::find_if(
        row, [hash](const Entry& entry) { return entry.hash == hash && entry.time > Instant(0); });
    if (place == row.end()) {
        place = std::ranges::min_element(row, {}, &Entry::time);
    }
    *place = {hash, time};
}

}  // namespace ventanilla::limits
