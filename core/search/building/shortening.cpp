#include "core/search/building/shortening.h"

#include <algorithm>
#include <utility>

namespace ventanilla::search {

Shortening::Shortening(const TraitTables& traits, std::size_t entries, std::size_t best,
                       std::size_t of_value)
    : entries_(entries), best_(best), of_value_(of_value) {
    std::vector<std::pair<EntryId, std::uint32_t>> pairs;
    for (const auto& [name, values] : traits.facets) {
        for (const auto& [text, holders] : values) {
            for (const EntryId entry : holders) {
                pairs.emplace_back(entry, static_cast<std::uint32_t>(value_count_));
            }
            ++value_count_;
        }
    }
    if (pairs.empty()) {
        return;
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [entry, value] : pairs) {
        first_.resize(std::max(first_.size(), entry + std::size_t{1}), values_.size());
        values_.push_back(value);
    }
    first_.resize(entries + 1, values_.size());
}

void Shortening::shorten(TermList& list) const {
    if (list.postings.size() <= best_) {
        return;
    }
    std::vector<Posting> sorted =
        best_of(list, has_values() ? list.postings.size() : best_, entries_);
    std::vector<std::size_t> kept(value_count_);
    list.postings.clear();
    for (const Posting& posting : sorted) {
        bool is_kept = list.postings.size() < best_;
        for (std::size_t i = has_values() ? first_[posting.entry] : 0;
             has_values() && i < first_[posting.entry + 1]; ++i) {
            is_kept = is_kept || kept[values_[i]] < of_value_;
            ++kept[values_[i]];
        }
        if (is_kept) {
            list.postings.push_back(posting);
        }
    }
    std::sort(list.postings.begin(), list.postings.end(),
              [](const Posting& one, const Posting& other) { return one.entry < other.entry; });
}

}  // namespace ventanilla::search
