#include "core/search/asking/scorer.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "core/search/terms/ranking.h"

namespace ventanilla::search {
namespace {

// What a slot, or one match of it, finds in an entry.
struct Found {
    std::uint32_t score = 0;       // rarity times impact
    std::uint32_t title = 0;       // rarity that the term brings into the title
    std::uint32_t title_of = 0;    // of the title's rarity, in kTitleUnit
    std::uint32_t heading = 0;     // its best share of a heading, of 256
    std::uint32_t stop_words = 0;  // how many of the query's stand beside it there

    void take_best(const Found& other) {
        score = std::max(score, other.score);
        title = std::max(title, other.title);
        title_of = std::max(title_of, other.title_of);
        heading = std::max(heading, other.heading);
        stop_words = std::max(stop_words, other.stop_words);
    }
};

// What an entry has of the query, in all.
struct Sum {
    EntryId entry = 0;
    std::uint32_t score = 0;
    std::uint32_t covered = 0;        // rarities of the slots that matched
    std::uint32_t title = 0;          // of the title's rarity, what the slots' terms have
    std::uint32_t title_of = 0;       // all of it, in kTitleUnit; 0 while no term is in it
    std::uint32_t title_slots = 0;    // rarities in titles of the slots that matched there
    std::uint32_t stop_words = 0;     // the most beside any term
    std::uint32_t heading = 0;        // shares
    std::uint32_t heading_slots = 0;  // rarities in headings of the slots that matched there
    std::uint32_t required = 0;       // slots that must match and did
};

class Scorer {
public:
    Scorer(const Index::Data& index, StopWordSet stop_words)
        : index_(index), stop_words_(stop_words), places_(index.entries) {}

    // Adds what the slot says to each entry; returns the slot's rarity.
    std::uint32_t add(const Slot& slot) {
        std::uint32_t slot_rarity = 0;
        for (const Match& match : slot.matches) {
            slot_rarity = std::max(slot_rarity, add_match(match));
        }
        std::uint32_t titles = 0;
        std::uint32_t headings = 0;
        for (const std::size_t place : touched_) {
            titles += slot_[place].title > 0 ? 1 : 0;
            headings += slot_[place].heading > 0 ? 1 : 0;
        }
        const std::uint32_t weight = slot.is_stop_word ? kWeights.stop_word : 256;
        const std::uint32_t in_titles = rarity_of(titles) * weight / 256;
        const std::uint32_t in_headings = rarity_of(headings) * weight / 256;
        slot_rarity = slot_rarity * weight / 256;
        for (const std::size_t place : touched_) {
            const Found found = std::exchange(slot_[place], {});
            Sum& sum = sums_[place];
            sum.score += found.score / 256 * weight;
            sum.covered += slot_rarity;
            sum.title += found.title / 256 * weight;
            sum.title_of = std::max(sum.title_of, found.title_of);
            sum.title_slots += found.title > 0 ? in_titles : 0;
            sum.heading += found.heading;
            sum.stop_words = std::max(sum.stop_words, found.stop_words);
            sum.heading_slots += found.heading > 0 ? in_headings : 0;
            sum.required += slot.is_required ? 1 : 0;
        }
        touched_.clear();
        sought_ += slot_rarity;
        sought_in_titles_ += in_titles;
        sought_in_headings_ += in_headings;
        required_ += slot.is_required ? 1 : 0;
        return slot_rarity;
    }

    // Ascending by entry.
    [[nodiscard]] std::vector<ScoredEntry> scores() const {
        std::vector<ScoredEntry> scored;
        scored.reserve(sums_.size());
        for (const std::uint32_t place : places_) {
            if (place == 0) {
                continue;
            }
            const Sum& sum = sums_[place - 1];
            if (sum.required == required_) {
                scored.push_back({sum.entry, parts_of(sum).score()});
            }
        }
        return scored;
    }

    [[nodiscard]] ScoreParts parts_of(EntryId entry) const {
        const std::uint32_t place = places_[entry];
        const bool matches = place > 0 && sums_[place - 1].required == required_;
        return matches ? parts_of(sums_[place - 1]) : ScoreParts();
    }

private:
    [[nodiscard]] ScoreParts parts_of(const Sum& sum) const {
        const std::uint64_t of_title = of_256(sum.title, sum.title_of * kTitleUnit);
        const std::uint64_t of_heading = std::min(sum.heading, 256U);
        const std::uint32_t in_title = of_256(sum.title_slots, sought_in_titles_);
        const std::uint32_t in_headings = of_256(sum.heading_slots, sought_in_headings_);
        const std::uint32_t coverage = of_256(sum.covered, sought_);
        ScoreParts parts;
        parts.is_found = true;
        parts.words = sum.score;
        parts.title = sum.title_slots * of_title * kWeights.title_share / 256;
        parts.heading = sum.heading_slots * (of_heading * of_heading * of_heading / 65536) *
                        kWeights.heading_share / 256;
        parts.beside = std::uint64_t{sum.stop_words} * kWeights.beside * 256;
        parts.kept = kWeights.coverage_floor + (256 - kWeights.coverage_floor) * coverage / 256;
        parts.whole_title = in_title * in_title * in_title / 65536 * kWeights.title_whole / 256;
        parts.whole_headings = in_headings * in_headings / 256 * kWeights.headings_whole / 256;
        return parts;
    }

    [[nodiscard]] std::uint32_t rarity_of(std::size_t holding) const {
        return rarity(index_.entries, static_cast<std::uint32_t>(holding));
    }

    // Sums of rarities are less than 2^24; most are none or all of the whole, and a division takes its time.
    static std::uint32_t of_256(std::uint32_t part, std::uint32_t whole) {
        return part == 0 ? 0 : part >= whole ? 256 : part * 256 / whole;
    }

    [[nodiscard]] std::uint32_t stop_words_beside(const Bearing& bearing,
                                                  const Postings::Cursor& cursor) const {
        const std::uint32_t title = bearing.in_title ? likeness(cursor.in_title()) : 0;
        const std::uint32_t heading = bearing.heading > 0 ? likeness(cursor.in_heading()) : 0;
        return std::max(title, heading);
    }

    // How much the query's stop words are these, of 256: Dice's coefficient.
    [[nodiscard]] std::uint32_t likeness(StopWordSet others) const {
        const int shared = std::popcount(stop_words_ & others);
        const int all = std::popcount(stop_words_) + std::popcount(others);
        return static_cast<std::uint32_t>(shared * 512 / std::max(all, 1));
    }

    std::uint32_t add_match(const Match& match) {
        std::size_t holding = 0;  // lists may leave entries out
        for (const TermRef& term : match.terms) {
            auto cursor = index_.postings_of(term);
            holding = std::max<std::size_t>(holding, cursor.holding());
            const std::uint32_t term_rarity = rarity_of(cursor.holding());
            for (; cursor.valid(); cursor.next()) {
                const Bearing bearing = unpack(cursor.bearing());
                const std::size_t place = place_of(cursor.entry());
                Found& found = match_[place];
                if (found.score == 0) {
                    matched_.push_back(place);
                }
                found.score = std::max(found.score, bearing.impact);
                if (bearing.in_title || bearing.heading > 0) {
                    found.take_best({0, bearing.in_title ? term_rarity : 0,
                                     bearing.in_title ? cursor.title_rarity() : 0U,
                                     kHeadingShares[bearing.heading],
                                     stop_words_beside(bearing, cursor)});
                }
            }
        }
        const std::uint32_t match_rarity = rarity_of(std::max(holding, matched_.size()));
        for (const std::size_t place : matched_) {
            Found found = std::exchange(match_[place], {});
            // Rarity is at most 2^17: all of it fits.
            found.score = std::max(match_rarity * found.score / 256 * match.weight, 1U);
            found.title = found.title * match.weight / 256;
            found.heading = found.heading * match.weight / 256;
            if (slot_[place].score == 0) {
                touched_.push_back(place);
            }
            slot_[place].take_best(found);
        }
        matched_.clear();
        return match_rarity * match.weight / 256;
    }

    // Where the entry's sums stand.
    std::size_t place_of(EntryId entry) {
        if (places_[entry] == 0) {
            sums_.push_back({.entry = entry});
            slot_.emplace_back();
            match_.emplace_back();
            places_[entry] = static_cast<std::uint32_t>(sums_.size());
        }
        return places_[entry] - std::size_t{1};
    }

    const Index::Data& index_;
    StopWordSet stop_words_;             // the query's
    std::vector<std::uint32_t> places_;  // of each entry that matched, plus 1
    std::vector<Sum> sums_;
    std::vector<Found> slot_;           // the current slot's
    std::vector<Found> match_;          // the current match's; scores are impacts
    std::vector<std::size_t> touched_;  // by the current slot
    std::vector<std::size_t> matched_;  // by the current match
    std::uint32_t sought_ = 0;          // rarities of all slots
    std::uint32_t sought_in_titles_ = 0;
    std::uint32_t sought_in_headings_ = 0;
    std::uint32_t required_ = 0;  // slots that must match
};

}  // namespace

Scores score(const Index::Data& index, const ResolvedQuery& query) {
    Scores scores;
    Scorer scorer(index, query.stop_words);
    for (const Slot& slot : query.slots) {
        scores.rarity.push_back(scorer.add(slot));
    }
    scores.entries = scorer.scores();
    return scores;
}

ScoreParts parts_of_score(const Index::Data& index, const ResolvedQuery& query, EntryId entry) {
    Scorer scorer(index, query.stop_words);
    for (const Slot& slot : query.slots) {
        scorer.add(slot);
    }
    return scorer.parts_of(entry);
}

}  // namespace ventanilla::search
