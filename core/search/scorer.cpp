#include "core/search/scorer.h"

#include <algorithm>

#include "core/search/ranking.h"

namespace ventanilla::search {
namespace {

class Scorer {
public:
    explicit Scorer(const Index::Data& index)
        : index_(index), total_(index.entries.count()), covered_(index.entries.count()),
          slot_(index.entries.count()), impacts_(index.entries.count()) {}

    // Adds what the slot says to each entry; returns the slot's rarity.
    std::uint32_t add(const Slot& slot) {
        std::uint32_t slot_rarity = 0;
        for (const Match& match : slot.matches) {
            const std::uint32_t match_rarity = add_match(match);
            slot_rarity = std::max(slot_rarity, match_rarity);
        }
        const std::uint32_t weight = slot.is_stop_word ? kStopWord : 256;
        slot_rarity = slot_rarity * weight / 256;
        for (const EntryId entry : touched_) {
            total_[entry] += slot_[entry] / 256 * weight;
            covered_[entry] += slot_rarity;
            slot_[entry] = 0;
        }
        touched_.clear();
        return slot_rarity;
    }

    [[nodiscard]] std::uint32_t score_of(EntryId entry, std::uint32_t sought) const {
        const std::uint64_t coverage = std::uint64_t{covered_[entry]} * 256 / std::max(sought, 1U);
        const std::uint64_t kept = kCoverageFloor + (256 - kCoverageFloor) * coverage / 256;
        return static_cast<std::uint32_t>(total_[entry] * kept / 256);
    }

private:
    std::uint32_t add_match(const Match& match) {
        for (const TermId term : match.terms) {
            for (auto cursor = index_.postings.of(term); cursor.valid(); cursor.next()) {
                std::uint8_t& impact = impacts_[cursor.entry()];
                if (impact == 0) {
                    matched_.push_back(cursor.entry());
                }
                impact = std::max(impact, cursor.impact());
            }
        }
        const std::uint32_t match_rarity = rarity(static_cast<std::uint32_t>(impacts_.size()),
                                                  static_cast<std::uint32_t>(matched_.size()));
        for (const EntryId entry : matched_) {
            // At most 2^17 * 127 * 256: fits.
            const std::uint32_t score = match_rarity * impacts_[entry] / 256 * match.weight;
            if (slot_[entry] == 0) {
                touched_.push_back(entry);
            }
            slot_[entry] = std::max({slot_[entry], score, 1U});
            impacts_[entry] = 0;
        }
        matched_.clear();
        return match_rarity * match.weight / 256;
    }

    const Index::Data& index_;
    std::vector<std::uint32_t> total_;
    std::vector<std::uint32_t> covered_;  // rarities of the slots that matched
    std::vector<std::uint32_t> slot_;     // the current slot's scores
    std::vector<std::uint8_t> impacts_;   // the current match's
    std::vector<EntryId> touched_;        // by the current slot
    std::vector<EntryId> matched_;        // by the current match
};

}  // namespace

void keep_best(const Index::Data& index, std::vector<ScoredEntry>& entries, std::size_t limit) {
    const std::size_t kept = std::min(limit, entries.size());
    std::partial_sort(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(kept),
                      entries.end(), [&](const ScoredEntry& one, const ScoredEntry& other) {
                          if (one.score != other.score) {
                              return one.score > other.score;
                          }
                          return index.entries.at(one.entry).id < index.entries.at(other.entry).id;
                      });
    entries.resize(kept);
}

Scores score(const Index::Data& index, const ResolvedQuery& query, std::size_t limit) {
    Scores scores;
    Scorer scorer(index);
    std::uint32_t sought = 0;
    for (const Slot& slot : query.slots) {
        scores.rarity.push_back(scorer.add(slot));
        sought += scores.rarity.back();
    }
    for (EntryId entry = 0; entry < index.entries.count(); ++entry) {
        if (const std::uint32_t value = scorer.score_of(entry, sought); value > 0) {
            scores.entries.push_back({entry, value});
        }
    }
    keep_best(index, scores.entries, limit);
    return scores;
}

}  // namespace ventanilla::search
