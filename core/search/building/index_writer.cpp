#include "core/search/building/index_writer.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/search/building/digest.h"
#include "core/search/building/lists.h"
#include "core/search/building/one_shard.h"
#include "core/search/building/partition.h"
#include "core/search/building/shortening.h"
#include "core/search/format/directory.h"
#include "core/search/format/part.h"
#include "core/search/format/spelling.h"

namespace ventanilla::search {
namespace {

// Of a term's postings the best: what the others would add to an order is not measurable, and a list stays small
// however many entries there are.
constexpr std::size_t kListed = 700;
// Of each value that entries are filtered by at least so many, which a list of hits shows.
constexpr std::size_t kListedOfValue = 10;
// Entries whose records stand beside a term's postings: those that most queries with it show.
constexpr std::size_t kShown = 40;
constexpr std::size_t kDigest = 400;  // bytes of pieces in such a record
// Of the shards that hold records alone.
constexpr std::uint32_t kRecordsEach = 8;
constexpr std::size_t kWholeDigest = 600;  // bytes of pieces in a record of these

constexpr std::size_t kSpellingsEach = 1200;  // words in a shard of spellings

// What a record takes over the wire with brotli, measured on help centres.
constexpr std::size_t kRecordBytes = 64;

// Of an entry's terms: what each says about it. Ascending by term.
using Worth = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

class Writer {
public:
    // Takes from the entries what only lists are made of.
    Writer(std::vector<AnalysedEntry>& entries, const Vocabulary& vocabulary,
           const TraitTables& traits)
        : entries_(entries), vocabulary_(vocabulary), traits_(traits), terms_(vocabulary.terms()),
          index_{{}, make_lists(entries, vocabulary, terms_)}, worth_(entries.size()) {
        for (AnalysedEntry& entry : entries) {
            entry.uses = {};
        }
        for (WordId word = 0; word < vocabulary.size(); ++word) {
            // A stop word of bodies alone has no postings.
            if (terms_[word] < index_.lists.size() &&
                !index_.lists[terms_[word]].postings.empty()) {
                index_.words.emplace_back(vocabulary.key(word), terms_[word]);
            }
        }
        std::sort(index_.words.begin(), index_.words.end());
        for (std::uint32_t term = 0; term < index_.lists.size(); ++term) {
            const std::uint32_t rare =
                rarity(static_cast<std::uint32_t>(entries.size()), index_.lists[term].holding);
            for (const Posting& posting : index_.lists[term].postings) {
                worth_[posting.entry].emplace_back(term, unpack(posting.bearing).impact * rare);
            }
        }
    }

    // The bodies of all shards, the root's first.
    std::vector<std::string> write(const base::ForEach& for_each) {
        std::string root;
        append_string(root, vocabulary_.language());
        append_varint(root, static_cast<std::uint32_t>(entries_.size()));
        if (const auto limit = fit_one_shard(entries_, index_)) {
            append_varint(root, 0);
            Directory::write({}, root);
            SpellingDirectory::write({}, root);
            append_string(root, Traits::write(traits_));
            write_part(index_.words, index_.lists, all_records(0, entries_.size(), *limit), root);
            return {std::move(root)};
        }
        shorten_lists();
        const std::vector<WordRange> ranges = partition(index_.words, weights());
        append_varint(root, kRecordsEach);
        Directory::write(described(ranges), root);
        std::vector<std::string> bodies(1);
        add_words(ranges, bodies, for_each);
        add_records(bodies, for_each);
        add_spellings(root, bodies);
        append_string(root, Traits::write(traits_));
        bodies[0] = std::move(root);
        return bodies;
    }

private:
    void shorten_lists() {
        const Shortening shortening(traits_, entries_.size(), kListed, kListedOfValue);
        for (TermList& list : index_.lists) {
            shortening.shorten(list);
        }
    }

    // What each term takes in a shard, its records included.
    [[nodiscard]] std::vector<std::uint32_t> weights() const {
        std::vector<std::uint32_t> weights;
        weights.reserve(index_.lists.size());
        for (const TermList& list : index_.lists) {
            const std::size_t count = list.postings.size();
            weights.push_back(static_cast<std::uint32_t>(compressed_postings(count) +
                                                         std::min(count, kShown) * kRecordBytes));
        }
        return weights;
    }

    [[nodiscard]] std::vector<Range> described(const std::vector<WordRange>& ranges) const {
        const std::vector<std::uint32_t> uses = vocabulary_.uses();
        std::vector<Range> described;
        described.reserve(ranges.size());
        for (const WordRange& range : ranges) {
            Range& next = described.emplace_back();
            if (range.first > 0) {
                next.begins =
                    separator(index_.words[range.first - 1].first, index_.words[range.first].first);
            }
            std::uint32_t most = 0;
            for (std::size_t i = range.first; i < range.last; ++i) {
                const auto& [word, term] = index_.words[i];
                if (const std::uint32_t own = uses[vocabulary_.word(word)]; own > most) {
                    most = own;
                    next.frequent = word;
                    next.commonness = commonness(index_.lists[term].holding);
                }
            }
        }
        return described;
    }

    // The terms of an entry, the one that says most about it first.
    [[nodiscard]] std::vector<std::uint32_t> terms_of(EntryId entry) const {
        Worth sorted = worth_[entry];
        std::sort(sorted.begin(), sorted.end(), [](const auto& one, const auto& other) {
            return one.second != other.second ? one.second > other.second : one.first < other.first;
        });
        std::vector<std::uint32_t> terms;
        terms.reserve(sorted.size());
        for (const auto& [term, worth] : sorted) {
            terms.push_back(term);
        }
        return terms;
    }

    [[nodiscard]] std::vector<Record> all_records(std::size_t first, std::size_t last,
                                                  std::size_t limit) const {
        std::vector<Record> records;
        records.reserve(last - first);
        for (std::size_t entry = first; entry < last; ++entry) {
            const auto id = static_cast<EntryId>(entry);
            const Digest digest(entries_[entry], terms_, worth_[entry]);
            records.push_back(record_of(entries_[entry], id, digest.choose(terms_of(id), limit)));
        }
        return records;
    }

    // An entry that a range shows, and the term for which it does.
    struct Showing {
        EntryId entry;
        std::uint32_t range;
        std::uint32_t worth;
        std::uint32_t term;

        friend bool operator<(const Showing& one, const Showing& other) {
            return one.entry != other.entry   ? one.entry < other.entry
                   : one.range != other.range ? one.range < other.range
                   : one.worth != other.worth ? one.worth > other.worth
                                              : one.term < other.term;
        }
    };

    [[nodiscard]] std::vector<Showing> showings(const std::vector<WordRange>& ranges) const {
        std::vector<Showing> all;
        std::vector<std::size_t> seen(index_.lists.size());  // number of the range, plus 1
        for (std::uint32_t range = 0; range < ranges.size(); ++range) {
            for (std::size_t i = ranges[range].first; i < ranges[range].last; ++i) {
                const TermId term = index_.words[i].second;
                if (seen[term] == range + std::size_t{1}) {
                    continue;
                }
                seen[term] = range + std::size_t{1};
                const std::uint32_t rare =
                    rarity(static_cast<std::uint32_t>(entries_.size()), index_.lists[term].holding);
                for (const Posting& posting :
                     best_of(index_.lists[term], kShown, entries_.size())) {
                    all.push_back(
                        {posting.entry, range, unpack(posting.bearing).impact * rare, term});
                }
            }
        }
        std::sort(all.begin(), all.end());
        return all;
    }

    // What a range shows of an entry: pieces [first, last) of those that were chosen.
    struct Choice {
        EntryId entry;
        std::uint32_t first;
        std::uint32_t last;
    };

    void add_words(const std::vector<WordRange>& ranges, std::vector<std::string>& bodies,
                   const base::ForEach& for_each) const {
        std::vector<std::vector<Choice>> choices(ranges.size());
        const std::vector<std::uint32_t> pieces = choose_pieces(ranges, choices);
        const std::size_t before = bodies.size();
        bodies.resize(before + ranges.size());
        for_each(ranges.size(), [&](std::size_t range) {
            const auto first =
                index_.words.begin() + static_cast<std::ptrdiff_t>(ranges[range].first);
            const auto last =
                index_.words.begin() + static_cast<std::ptrdiff_t>(ranges[range].last);
            std::vector<Record> records;
            records.reserve(choices[range].size());
            for (const Choice& choice : choices[range]) {
                const std::span chosen(pieces.data() + choice.first, choice.last - choice.first);
                records.push_back(record_of(entries_[choice.entry], choice.entry, chosen));
            }
            write_part({first, last}, index_.lists, records, bodies[before + range]);
        });
    }

    // Of all ranges, entry by entry.
    std::vector<std::uint32_t> choose_pieces(const std::vector<WordRange>& ranges,
                                             std::vector<std::vector<Choice>>& choices) const {
        std::vector<std::uint32_t> pieces;
        const std::vector<Showing> shown = showings(ranges);
        for (auto at = shown.begin(); at != shown.end();) {
            const EntryId entry = at->entry;
            const Digest digest(entries_[entry], terms_, worth_[entry]);
            while (at != shown.end() && at->entry == entry) {
                const std::uint32_t range = at->range;
                std::vector<std::uint32_t> wanted;
                for (; at != shown.end() && at->entry == entry && at->range == range; ++at) {
                    wanted.push_back(at->term);
                }
                const auto first = static_cast<std::uint32_t>(pieces.size());
                const std::vector<std::uint32_t> chosen = digest.choose(wanted, kDigest);
                pieces.insert(pieces.end(), chosen.begin(), chosen.end());
                choices[range].push_back({entry, first, static_cast<std::uint32_t>(pieces.size())});
            }
        }
        return pieces;
    }

    void add_records(std::vector<std::string>& bodies, const base::ForEach& for_each) const {
        const std::size_t count = (entries_.size() + kRecordsEach - 1) / kRecordsEach;
        const std::size_t before = bodies.size();
        bodies.resize(before + count);
        for_each(count, [&](std::size_t shard) {
            const std::size_t first = shard * kRecordsEach;
            const std::size_t last = std::min<std::size_t>(first + kRecordsEach, entries_.size());
            write_part({}, index_.lists, all_records(first, last, kWholeDigest),
                       bodies[before + shard]);
        });
    }

    void add_spellings(std::string& root, std::vector<std::string>& bodies) const {
        std::vector<Spelling> spellings;
        for (const auto& [word, term] : index_.words) {
            if (has_spelling(word)) {
                spellings.push_back({backwards(word), commonness(index_.lists[term].holding)});
            }
        }
        std::sort(spellings.begin(), spellings.end(),
                  [](const Spelling& one, const Spelling& other) {
                      return one.backwards < other.backwards;
                  });
        std::vector<std::string> begins;
        for (std::size_t first = 0; first < spellings.size(); first += kSpellingsEach) {
            const std::size_t last = std::min(first + kSpellingsEach, spellings.size());
            begins.push_back(
                first == 0 ? std::string()
                           : separator(spellings[first - 1].backwards, spellings[first].backwards));
            Spellings::write({spellings.begin() + static_cast<std::ptrdiff_t>(first),
                              spellings.begin() + static_cast<std::ptrdiff_t>(last)},
                             bodies.emplace_back());
        }
        SpellingDirectory::write(begins, root);
    }

    const std::vector<AnalysedEntry>& entries_;
    const Vocabulary& vocabulary_;
    const TraitTables& traits_;
    std::vector<std::uint32_t> terms_;  // of each word
    WordLists index_;
    std::vector<Worth> worth_;  // of each entry
};

}  // namespace

std::vector<std::string> write_index(std::vector<AnalysedEntry>& entries,
                                     const Vocabulary& vocabulary, const TraitTables& traits,
                                     const base::ForEach& for_each) {
    return Writer(entries, vocabulary, traits).write(for_each);
}

}  // namespace ventanilla::search
