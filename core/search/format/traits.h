// core/search/format/traits.h
//
// What the root of an index knows about entries beyond their words: the values that they are filtered and counted by,
// the queries for which they stand first, a small prior, and which of them say nearly the same.
//
//   for (const FacetIndex& facet : traits.facets()) ...      // "category": "Billing", "Connection", ...
//   if (auto* pin = traits.find_pin(sets.of(query)))   // these entries stand first
//   score = with_prior(score, traits.prior_of(entry));
//
// It costs one byte where entries have none of this. docs/index-format.md describes the bytes, docs/decisions/0014-traits.md
// the reasons.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/format/entry_list.h"

namespace ventanilla::search {

inline constexpr std::size_t kMaxFacets = 16;

// A prior is neutral nowhere: what counts is how it differs between entries.
inline constexpr std::uint32_t kMaxPrior = 15;

// Breaks ties of entries that match nearly alike: the most that a prior can do is 3 %.
constexpr std::uint32_t with_prior(std::uint32_t score, std::uint32_t prior) {
    constexpr std::uint64_t kStep = 2;  // of 1024
    const std::uint64_t value = score * (1024 + kStep * prior) / 1024;
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(value, UINT32_MAX));
}

// What an index is made of, while it is built.
struct TraitTables {
    using Values = std::map<std::string, std::vector<EntryId>>;  // value -> entries, ascending
    std::map<std::string, Values> facets;                        // by name
    std::map<std::string, std::vector<EntryId>> pins;            // by word set; entries ascending
    std::vector<std::uint8_t> priors;         // of each entry, at most kMaxPrior; may be empty
    std::vector<std::vector<EntryId>> alike;  // of two entries and more, by their first ones
};

// The entries that have a value, or for which a query is pinned.
struct NamedEntries {
    std::string_view text;
    EntryList entries;
};

struct FacetIndex {
    std::string_view name;
    std::vector<NamedEntries> values;  // ascending by bytes
};

class Traits {
public:
    // Checks the bytes whole; they must outlive the traits. No bytes are no traits.
    static std::optional<Traits> open(std::string_view bytes, std::size_t entries);

    // Nothing where there is nothing to say.
    static std::string write(const TraitTables& tables);

    [[nodiscard]] const std::vector<FacetIndex>& facets() const { return facets_; }  // by name
    // By its word set; null where there is none.
    [[nodiscard]] const NamedEntries* find_pin(std::string_view words) const;
    [[nodiscard]] bool has_pins() const { return !pins_.empty(); }
    // 0 for each entry where all are alike.
    [[nodiscard]] std::uint32_t prior_of(EntryId entry) const {
        if (priors_.empty()) {
            return 0;
        }
        const auto pair = static_cast<unsigned char>(priors_[entry / 2]);
        return entry % 2 == 0 ? pair & 0xFU : pair >> 4U;
    }
    // Of each, at most one stands in an answer.
    [[nodiscard]] const std::vector<EntryList>& alike() const { return alike_; }

private:
    bool read_facets(ByteReader& reader, std::size_t entries);
    bool read_pins(ByteReader& reader, std::size_t entries);
    bool read_priors(ByteReader& reader, std::size_t entries);
    bool read_alike(ByteReader& reader, std::size_t entries);

    std::vector<FacetIndex> facets_;
    std::vector<NamedEntries> pins_;  // ascending
    std::string_view priors_;         // two of them a byte, the first in the low bits
    std::vector<EntryList> alike_;
};

}  // namespace ventanilla::search
