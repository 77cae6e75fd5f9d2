#include "core/search/building/lists.h"

#include <algorithm>
#include <utility>

#include "core/search/terms/ranking.h"

namespace ventanilla::search {
namespace {

// A term of a title or heading, and its part of all the rarity there.
struct Share {
    std::uint32_t term = 0;
    std::uint32_t rarity = 0;
};
struct Phrase {
    std::vector<Share> terms;  // each once
    std::uint32_t rarity = 0;  // of all
    StopWordSet stop_words = 0;
};

class ListMaker {
public:
    ListMaker(const std::vector<AnalysedEntry>& entries, const Vocabulary& vocabulary,
              const std::vector<std::uint32_t>& terms)
        : entries_(entries), vocabulary_(vocabulary), terms_(terms),
          lists_(terms.empty() ? 0 : *std::max_element(terms.begin(), terms.end()) + 1),
          uses_(lists_.size()), headings_(lists_.size()) {
        count_entries();
        for (const AnalysedEntry& entry : entries) {
            for (std::size_t field = 0; field < kFields; ++field) {
                total_[field] += entry.lengths[field];
            }
        }
    }

    std::vector<TermList> make() && {
        for (EntryId id = 0; id < entries_.size(); ++id) {
            add(id);
        }
        return std::move(lists_);
    }

private:
    void count_entries() {
        std::vector<std::size_t> last(lists_.size());  // entry that was counted, plus 1
        for (std::size_t entry = 0; entry < entries_.size(); ++entry) {
            for (const WordUse& use : entries_[entry].uses) {
                const std::uint32_t term = terms_[use.word];
                lists_[term].holding += std::exchange(last[term], entry + 1) != entry + 1 ? 1 : 0;
            }
        }
    }

    [[nodiscard]] Phrase phrase(const std::vector<WordId>& words) const {
        Phrase phrase;
        for (const WordId word : words) {
            const std::uint32_t term = terms_[word];
            const bool known = std::any_of(phrase.terms.begin(), phrase.terms.end(),
                                           [&](const Share& share) { return share.term == term; });
            if (!known) {
                const bool is_stop_word = vocabulary_.is_stop_word(word);
                const std::uint32_t weight = is_stop_word ? kWeights.stop_word : 256;
                phrase.stop_words |= is_stop_word ? stop_word_set(vocabulary_.key(word)) : 0;
                const std::uint32_t own =
                    rarity(static_cast<std::uint32_t>(entries_.size()), lists_[term].holding) *
                    weight / 256;
                phrase.terms.push_back({term, own});
                phrase.rarity += own;
            }
        }
        phrase.rarity = std::max(phrase.rarity, 1U);
        return phrase;
    }

    void add(EntryId id) {
        const AnalysedEntry& entry = entries_[id];
        std::vector<std::uint32_t> used;
        for (const WordUse& use : entry.uses) {
            const std::uint32_t term = terms_[use.word];
            if (lists_[term].postings.empty() || lists_[term].postings.back().entry != id) {
                lists_[term].postings.push_back({.entry = id});
                used.push_back(term);
            }
            uses_[term][static_cast<std::size_t>(use.field)].count += use.count;
        }
        for (const std::vector<WordId>& heading : entry.headings) {
            const Phrase all = phrase(heading);
            for (const Share& own : all.terms) {
                const auto share =
                    static_cast<std::uint32_t>(std::uint64_t{own.rarity} * 256 / all.rarity);
                if (const std::uint32_t level = heading_level(share); level > headings_[own.term]) {
                    headings_[own.term] = level;
                    lists_[own.term].postings.back().in_heading =
                        static_cast<std::uint8_t>(all.stop_words);
                }
            }
        }
        const Phrase title = phrase(entry.title_words);
        const auto title_rarity =
            static_cast<std::uint8_t>(std::clamp(title.rarity / kTitleUnit, 1U, 255U));
        for (const Share& own : title.terms) {
            lists_[own.term].postings.back().title_rarity = title_rarity;
            lists_[own.term].postings.back().in_title = static_cast<std::uint8_t>(title.stop_words);
        }
        for (const std::uint32_t term : used) {
            Posting& posting = lists_[term].postings.back();
            posting.bearing = pack(
                {impact(entry, term), std::exchange(headings_[term], 0), posting.title_rarity > 0});
        }
    }

    std::uint32_t impact(const AnalysedEntry& entry, std::uint32_t term) {
        std::array<FieldUse, kFields> uses = std::exchange(uses_[term], {});
        for (std::size_t field = 0; field < kFields; ++field) {
            uses[field].length = entry.lengths[field];
            uses[field].average = static_cast<std::uint32_t>(total_[field] * 16 / entries_.size());
        }
        return impact_of(uses);
    }

    const std::vector<AnalysedEntry>& entries_;
    const Vocabulary& vocabulary_;
    const std::vector<std::uint32_t>& terms_;
    std::array<std::uint64_t, kFields> total_{};  // words in each field
    std::vector<TermList> lists_;
    std::vector<std::array<FieldUse, kFields>> uses_;  // of each term, in the entry
    std::vector<std::uint32_t> headings_;              // levels of each term, in the entry
};

}  // namespace

std::vector<TermList> make_lists(const std::vector<AnalysedEntry>& entries,
                                 const Vocabulary& vocabulary,
                                 const std::vector<std::uint32_t>& terms) {
    return ListMaker(entries, vocabulary, terms).make();
}

std::vector<Posting> best_of(const TermList& list, std::size_t limit, std::size_t entries) {
    const std::uint32_t rare = rarity(static_cast<std::uint32_t>(entries), list.holding);
    std::vector<std::pair<std::uint32_t, Posting>> scored;
    scored.reserve(list.postings.size());
    for (const Posting& posting : list.postings) {
        scored.emplace_back(score_alone(unpack(posting.bearing), posting.title_rarity, rare),
                            posting);
    }
    const auto end = scored.begin() + static_cast<std::ptrdiff_t>(std::min(limit, scored.size()));
    std::partial_sort(scored.begin(), end, scored.end(), [](const auto& one, const auto& other) {
        return one.first != other.first ? one.first > other.first
                                        : one.second.entry < other.second.entry;
    });
    std::vector<Posting> best;
    for (auto at = scored.begin(); at != end; ++at) {
        best.push_back(at->second);
    }
    return best;
}

}  // namespace ventanilla::search
