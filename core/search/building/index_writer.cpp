#include "core/search/building/index_writer.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/search/building/choosing.h"
#include "core/search/building/digest.h"
#include "core/search/building/grouped.h"
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
// Of the shards that hold records alone.
constexpr std::uint32_t kRecordsEach = 8;

constexpr std::size_t kSpellingsEach = 1200;  // words in a shard of spellings

// What a record takes over the wire with brotli, measured on help centres.
constexpr std::size_t kRecordBytes = 64;

class Writer {
public:
    Writer(Collection collection, const TraitTables& traits)
        : entries_(std::move(collection.entries)), vocabulary_(std::move(collection.vocabulary)),
          traits_(traits), terms_(vocabulary_.terms()),
          index_{{}, make_lists(entries_, vocabulary_, terms_)} {
        for (WordId word = 0; word < vocabulary_.size(); ++word) {
            // A stop word of bodies alone has no postings.
            if (terms_[word] < index_.lists.size() &&
                !index_.lists[terms_[word]].postings.empty()) {
                index_.words.emplace_back(vocabulary_.key(word), terms_[word]);
            }
        }
        std::sort(index_.words.begin(), index_.words.end());
    }

    // The bodies of all shards, the root's first.
    std::vector<std::string> write(const base::ForEach& for_each) && {
        std::string root;
        append_string(root, vocabulary_.language());
        append_varint(root, static_cast<std::uint32_t>(entries_.size()));
        const Grouped<TermWorth> worths = weigh(index_.lists, entries_.size());
        if (const auto limit = fit_one_shard(entries_, index_)) {
            append_varint(root, 0);
            Directory::write({}, root);
            SpellingDirectory::write({}, root);
            append_string(root, Traits::write(traits_));
            write_part(index_.words, index_.lists, best_records(worths, *limit), root);
            return {std::move(root)};
        }
        shorten_lists(for_each);
        const std::vector<WordRange> ranges = partition(index_.words, weights());
        append_varint(root, kRecordsEach);
        Directory::write(described(ranges), root);
        const Choices choices = choose(entries_, terms_, worths, index_, ranges, for_each);
        std::vector<std::string> bodies(1);
        add_words(ranges, choices, bodies, for_each);
        add_records(choices, bodies, for_each);
        add_spellings(root, bodies);
        append_string(root, Traits::write(traits_));
        bodies[0] = std::move(root);
        return bodies;
    }

private:
    void shorten_lists(const base::ForEach& for_each) {
        const Shortening shortening(traits_, entries_.size(), kListed, kListedOfValue);
        for_each(index_.lists.size(),
                 [&](std::size_t term) { shortening.shorten(index_.lists[term]); });
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

    [[nodiscard]] std::vector<Record> best_records(const Grouped<TermWorth>& worths,
                                                   std::size_t limit) const {
        std::vector<Record> records;
        records.reserve(entries_.size());
        for (EntryId entry = 0; entry < entries_.size(); ++entry) {
            const Digest digest(entries_[entry], terms_, worths.of(entry));
            records.push_back(record_of(entries_[entry], entry, digest.best(limit)));
        }
        return records;
    }

    [[nodiscard]] std::vector<Record> records(const Choices& choices,
                                              std::span<const Choice> chosen) const {
        std::vector<Record> records;
        records.reserve(chosen.size());
        for (const Choice& choice : chosen) {
            records.push_back(record_of(entries_[choice.entry], choice.entry, choices.of(choice)));
        }
        return records;
    }

    void add_words(const std::vector<WordRange>& ranges, const Choices& choices,
                   std::vector<std::string>& bodies, const base::ForEach& for_each) const {
        const std::size_t before = bodies.size();
        bodies.resize(before + ranges.size());
        for_each(ranges.size(), [&](std::size_t range) {
            const auto first =
                index_.words.begin() + static_cast<std::ptrdiff_t>(ranges[range].first);
            const auto last =
                index_.words.begin() + static_cast<std::ptrdiff_t>(ranges[range].last);
            write_part({first, last}, index_.lists, records(choices, choices.beside[range]),
                       bodies[before + range]);
        });
    }

    void add_records(const Choices& choices, std::vector<std::string>& bodies,
                     const base::ForEach& for_each) const {
        const std::size_t count = (entries_.size() + kRecordsEach - 1) / kRecordsEach;
        const std::size_t before = bodies.size();
        bodies.resize(before + count);
        for_each(count, [&](std::size_t shard) {
            const std::size_t first = shard * kRecordsEach;
            const std::size_t size = std::min<std::size_t>(kRecordsEach, entries_.size() - first);
            write_part({}, index_.lists,
                       records(choices, std::span(choices.alone).subspan(first, size)),
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

    std::vector<AnalysedEntry> entries_;
    Vocabulary vocabulary_;
    const TraitTables& traits_;
    std::vector<TermId> terms_;  // of each word
    WordLists index_;
};

}  // namespace

std::vector<std::string> write_index(Collection collection, const TraitTables& traits,
                                     const base::ForEach& for_each) {
    return Writer(std::move(collection), traits).write(for_each);
}

}  // namespace ventanilla::search
