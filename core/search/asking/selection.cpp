#include "core/search/asking/selection.h"

#include <algorithm>
#include <ranges>
#include <string>
#include <utility>

#include "core/search/terms/word_sets.h"
#include "core/text/fold.h"
#include "core/text/tokenize.h"

namespace ventanilla::search {
namespace {

// A pin is a question; nobody pins a longer text.
constexpr std::size_t kMaxPinned = 256;  // bytes

using FacetSet = std::uint32_t;  // a bit for each facet
static_assert(kMaxFacets <= 32);

bool is_wanted(const Filter& filter, std::string_view value) {
    const std::string key = text::fold(value);
    return std::any_of(filter.values.begin(), filter.values.end(),
                       [&](std::string_view wanted) { return text::fold(wanted) == key; });
}

// Which entries pass the filters of which facets.
class Filters {
public:
    Filters(const Index::Data& index, const std::vector<Filter>& filters) {
        if (filters.empty()) {
            return;
        }
        passed_.resize(index.entries);
        for (const Filter& filter : filters) {
            add(index.traits.facets(), filter);
        }
    }

    // Whether the entry passes all filters, but for those of the facet `other`.
    [[nodiscard]] bool let_through(EntryId entry, FacetSet other = 0) const {
        const FacetSet sought = sought_ & ~other;
        return !is_strange_ && (sought == 0 || (passed_[entry] & sought) == sought);
    }

private:
    void add(const std::vector<FacetIndex>& facets, const Filter& filter) {
        const auto facet = std::find_if(facets.begin(), facets.end(), [&](const FacetIndex& known) {
            return known.name == filter.facet;
        });
        if (facet == facets.end()) {
            is_strange_ = true;
            return;
        }
        const FacetSet bit = FacetSet{1} << (facet - facets.begin());
        sought_ |= bit;
        for (const NamedEntries& value : facet->values) {
            if (is_wanted(filter, value.text)) {
                value.entries.for_each([&](EntryId entry) { passed_[entry] |= bit; });
            }
        }
    }

    FacetSet sought_ = 0;
    bool is_strange_ = false;  // no entry has a facet that is sought
    std::vector<FacetSet> passed_;
};

class Selector {
public:
    Selector(const Index::Data& index, const Query& query, const std::vector<ScoredEntry>& found)
        : index_(index), query_(query), filters_(index, query.filters) {
        entries_.reserve(found.size());
        for (const ScoredEntry& scored : found) {
            const std::uint32_t prior = index.traits.prior_of(scored.entry);
            entries_.push_back({scored.entry, with_prior(scored.score, prior), false, 0});
        }
    }

    Selection select(std::size_t limit) && {
        const bool has_words = !text::tokenize(query_.text).empty();
        if (has_words) {
            take_pinned();
        } else {
            take_all();
        }
        Selection selection;
        if (query_.counts) {
            count(selection.counts);
        }
        const bool asks = has_words || !query_.filters.empty();
        std::erase_if(entries_, [&](const SelectedEntry& selected) {
            return !asks || !filters_.let_through(selected.entry);
        });
        selection.total = static_cast<std::uint32_t>(entries_.size());
        fold_alike();
        keep_best(limit);
        selection.entries = std::move(entries_);
        return selection;
    }

private:
    // Where the entry stands among those that are sorted, or would.
    std::vector<SelectedEntry>::iterator place_of(EntryId entry) {
        return std::lower_bound(
            entries_.begin(), entries_.end(), entry,
            [](const SelectedEntry& selected, EntryId value) { return selected.entry < value; });
    }

    SelectedEntry* find(EntryId entry) {
        const auto at = place_of(entry);
        return at != entries_.end() && at->entry == entry ? &*at : nullptr;
    }

    void take_all() {
        constexpr std::uint32_t kEqual = 1024;
        for (EntryId entry = 0; entry < index_.entries; ++entry) {
            entries_.push_back(
                {entry, with_prior(kEqual, index_.traits.prior_of(entry)), false, 0});
        }
    }

    void take_pinned() {
        if (!index_.traits.has_pins() || query_.text.size() > kMaxPinned) {
            return;
        }
        WordSets sets(index_.language);
        const NamedEntries* pin = index_.traits.find_pin(sets.of(query_.text));
        if (pin == nullptr) {
            pin = index_.traits.find_pin(sets.bare(query_.text));
        }
        if (pin == nullptr) {
            return;
        }
        pin->entries.for_each([&](EntryId entry) {
            if (SelectedEntry* selected = find(entry)) {
                selected->pinned = true;
            } else {
                entries_.insert(place_of(entry), {entry, 1, true, 0});
            }
        });
    }

    void count(std::vector<FacetCount>& counts) const {
        std::vector<bool> matches(index_.entries);
        for (const SelectedEntry& selected : entries_) {
            matches[selected.entry] = true;
        }
        FacetSet facet_bit = 1;
        for (const FacetIndex& facet : index_.traits.facets()) {
            for (const NamedEntries& value : facet.values) {
                std::uint32_t entries = 0;
                value.entries.for_each([&](EntryId entry) {
                    entries += matches[entry] && filters_.let_through(entry, facet_bit) ? 1 : 0;
                });
                counts.push_back({std::string(facet.name), std::string(value.text), entries});
            }
            facet_bit <<= 1U;
        }
    }

    static bool is_better(const SelectedEntry& one, const SelectedEntry& other) {
        return one.pinned != other.pinned ? one.pinned
               : one.pinned               ? one.entry < other.entry
               : one.score != other.score ? one.score > other.score
                                          : one.entry < other.entry;
    }

    // Of those that say nearly the same the best stays.
    void fold_alike() {
        for (const EntryList& alike : index_.traits.alike()) {
            SelectedEntry* best = nullptr;
            alike.for_each([&](EntryId entry) {
                SelectedEntry* selected = find(entry);
                if (selected == nullptr || selected->score == 0) {
                    return;
                }
                if (best != nullptr && is_better(*best, *selected)) {
                    std::swap(best, selected);
                }
                if (best != nullptr) {
                    selected->similar += best->similar + 1;
                    best->score = 0;
                }
                best = selected;
            });
        }
        std::erase_if(entries_, [](const SelectedEntry& selected) { return selected.score == 0; });
    }

    // Best first; a pinned entry is worth more than the best of the others.
    void keep_best(std::size_t limit) {
        const std::size_t kept = std::min(limit, entries_.size());
        std::partial_sort(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(kept),
                          entries_.end(), is_better);
        entries_.resize(kept);
        std::uint32_t least = 0;
        for (SelectedEntry& entry : std::ranges::reverse_view(entries_)) {
            entry.score = std::max(entry.score, least + (entry.pinned ? 1 : 0));
            least = entry.score;
        }
    }

    const Index::Data& index_;
    const Query& query_;
    Filters filters_;
    std::vector<SelectedEntry> entries_;  // ascending by entry, until the best are kept
};

}  // namespace

Selection select(const Index::Data& index, const Query& query,
                 const std::vector<ScoredEntry>& found, std::size_t limit) {
    return Selector(index, query, found).select(limit);
}

}  // namespace ventanilla::search
