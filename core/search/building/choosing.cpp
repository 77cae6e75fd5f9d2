#include "core/search/building/choosing.h"

#include <algorithm>
#include <utility>

#include "core/search/building/lists.h"
#include "core/search/terms/ranking.h"

namespace ventanilla::search {
namespace {

constexpr std::size_t kBeside = 400;  // bytes of pieces in a record beside words
constexpr std::size_t kAlone = 600;   // bytes of pieces in a record that stands alone

// A term for which a range shows an entry.
struct Showing {
    std::uint32_t range = 0;
    TermWorth term;

    friend bool operator<(const Showing& one, const Showing& other) {
        return one.range != other.range             ? one.range < other.range
               : one.term.worth != other.term.worth ? one.term.worth > other.term.worth
                                                    : one.term.term < other.term.term;
    }
};

struct Shown {
    EntryId entry = 0;
    TermWorth term;
};

std::vector<TermId> terms_of(const WordLists& index, const WordRange& range) {
    std::vector<TermId> terms;
    for (std::size_t i = range.first; i < range.last; ++i) {
        terms.push_back(index.words[i].second);
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

std::vector<Shown> shown_by(const WordLists& index, const WordRange& range, std::size_t entries) {
    std::vector<Shown> shown;
    for (const TermId term : terms_of(index, range)) {
        const TermList& list = index.lists[term];
        const std::uint32_t rare = rarity(static_cast<std::uint32_t>(entries), list.holding);
        for (const Posting& posting : best_of(list, kShown, entries)) {
            shown.push_back({posting.entry, {term, unpack(posting.bearing).impact * rare}});
        }
    }
    return shown;
}

// Of each entry, by range.
Grouped<Showing> all_showings(const WordLists& index, const std::vector<WordRange>& ranges,
                              std::size_t entries, const base::ForEach& for_each) {
    std::vector<std::vector<Shown>> by_range(ranges.size());
    for_each(ranges.size(),
             [&](std::size_t range) { by_range[range] = shown_by(index, ranges[range], entries); });
    return {entries, [&](const auto& put) {
                for (std::uint32_t range = 0; range < by_range.size(); ++range) {
                    for (const Shown& shown : by_range[range]) {
                        put(shown.entry, Showing{range, shown.term});
                    }
                }
            }};
}

// What is chosen of one entry.
struct Chosen {
    std::vector<std::uint32_t> pieces;
    std::vector<std::uint32_t> ranges;  // that show it
    std::vector<std::uint32_t>
        ends;  // in `pieces`, of each range's and then of those that stand alone
};

// `showings` of the entry, ascending.
Chosen choose_of(const Digest& digest, std::span<const Showing> showings) {
    Chosen chosen;
    const auto add = [&](const std::vector<std::uint32_t>& pieces) {
        chosen.pieces.insert(chosen.pieces.end(), pieces.begin(), pieces.end());
        chosen.ends.push_back(static_cast<std::uint32_t>(chosen.pieces.size()));
    };
    std::vector<TermId> wanted;
    for (auto at = showings.begin(); at != showings.end();) {
        chosen.ranges.push_back(at->range);
        wanted.clear();
        for (; at != showings.end() && at->range == chosen.ranges.back(); ++at) {
            wanted.push_back(at->term.term);
        }
        add(digest.choose(wanted, kBeside));
    }
    add(digest.best(kAlone));
    return chosen;
}

void put(Chosen chosen, EntryId entry, Choices& choices) {
    std::uint32_t first = 0;
    for (std::size_t i = 0; i < chosen.ranges.size(); ++i) {
        choices.beside[chosen.ranges[i]].push_back({entry, first, chosen.ends[i]});
        first = chosen.ends[i];
    }
    choices.alone.push_back({entry, first, chosen.ends.back()});
    choices.pieces.push_back(std::move(chosen.pieces));
}

}  // namespace

Grouped<TermWorth> weigh(const std::vector<TermList>& lists, std::size_t entries) {
    return {entries, [&](const auto& put) {
                for (TermId term = 0; term < lists.size(); ++term) {
                    const std::uint32_t rare =
                        rarity(static_cast<std::uint32_t>(entries), lists[term].holding);
                    for (const Posting& posting : lists[term].postings) {
                        put(posting.entry, TermWorth{term, unpack(posting.bearing).impact * rare});
                    }
                }
            }};
}

Choices choose(const std::vector<AnalysedEntry>& entries, const std::vector<TermId>& terms,
               const Grouped<TermWorth>& worths, const WordLists& index,
               const std::vector<WordRange>& ranges, const base::ForEach& for_each) {
    Grouped<Showing> showings = all_showings(index, ranges, entries.size(), for_each);
    std::vector<Chosen> chosen(entries.size());
    for_each(entries.size(), [&](std::size_t i) {
        const std::span<Showing> own = showings.of(i);
        std::sort(own.begin(), own.end());
        chosen[i] = choose_of(Digest(entries[i], terms, worths.of(i)), own);
    });
    Choices choices;
    choices.beside.resize(ranges.size());
    choices.pieces.reserve(entries.size());
    choices.alone.reserve(entries.size());
    for (EntryId entry = 0; entry < entries.size(); ++entry) {
        put(std::move(chosen[entry]), entry, choices);
    }
    return choices;
}

}  // namespace ventanilla::search
