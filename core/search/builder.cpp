#include "core/search/builder.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "core/search/analysis.h"
#include "core/search/digest.h"
#include "core/search/directory.h"
#include "core/search/lists.h"
#include "core/search/part.h"
#include "core/search/partition.h"
#include "core/search/shard.h"

namespace ventanilla::search {
namespace {

// Of a term's postings the best: what the others would add to an order is not measurable, and a list stays small
// however many entries there are.
constexpr std::size_t kListed = 1000;
// Entries whose records stand beside a term's postings: those that most queries with it show.
constexpr std::size_t kShown = 32;
constexpr std::size_t kDigest = 400;  // bytes of pieces in such a record
// Of the shards that hold records alone.
constexpr std::uint32_t kRecordsEach = 8;
constexpr std::size_t kWholeDigest = 600;  // bytes of pieces in a record of these

// An index of this size is one shard, if each entry's record may have so many bytes of pieces then.
constexpr std::size_t kSmallIndex = 72 * 1024;  // bytes as they go over the wire
constexpr std::size_t kLeastDigest = 100;

// What things take over the wire with brotli, measured on help centres.
constexpr std::size_t kRecordBytes = 64;
constexpr std::size_t compressed_postings(std::size_t count) {
    return count * 13 / 10;
}
constexpr std::size_t compressed_text(std::size_t bytes) {
    return bytes * 3 / 10;
}

// Of an entry's terms: what each says about it. Ascending by term.
using Worth = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

class Writer {
public:
    Writer(const std::vector<AnalysedEntry>& entries, const Vocabulary& vocabulary)
        : entries_(entries), vocabulary_(vocabulary), terms_(vocabulary.terms()),
          lists_(make_lists(entries, vocabulary, terms_)), worth_(entries.size()) {
        for (WordId word = 0; word < vocabulary.size(); ++word) {
            // A stop word of bodies alone has no postings.
            if (terms_[word] < lists_.size() && !lists_[terms_[word]].postings.empty()) {
                words_.emplace_back(vocabulary.key(word), terms_[word]);
            }
        }
        std::sort(words_.begin(), words_.end());
        for (std::uint32_t term = 0; term < lists_.size(); ++term) {
            const std::uint32_t rare =
                rarity(static_cast<std::uint32_t>(entries.size()), lists_[term].holding);
            for (const Posting& posting : lists_[term].postings) {
                worth_[posting.entry].emplace_back(term, unpack(posting.bearing).impact * rare);
            }
        }
    }

    // The bodies of all shards, the root's first.
    std::vector<std::string> write() {
        std::string root;
        append_string(root, vocabulary_.language());
        append_varint(root, static_cast<std::uint32_t>(entries_.size()));
        if (const std::size_t limit = digest_in_one_shard();
            limit >= kLeastDigest || words_.empty()) {
            append_varint(root, 0);
            Directory::write({}, root);
            write_part(words_, lists_, all_records(0, entries_.size(), limit), root);
            return {std::move(root)};
        }
        shorten_lists();
        const std::vector<WordRange> ranges = partition(words_, weights());
        append_varint(root, kRecordsEach);
        Directory::write(described(ranges), root);
        std::vector<std::string> bodies = {std::move(root)};
        add_words(ranges, bodies);
        add_records(bodies);
        return bodies;
    }

private:
    // How many bytes of pieces each record may have for the whole to be one small shard.
    [[nodiscard]] std::size_t digest_in_one_shard() const {
        std::size_t bytes = words_.size() * kWordBytes;
        for (const TermList& list : lists_) {
            bytes += compressed_postings(list.postings.size());
        }
        for (const AnalysedEntry& entry : entries_) {
            bytes += compressed_text(entry.id.size() + entry.url.size() + entry.title.size());
        }
        if (entries_.empty() || bytes >= kSmallIndex) {
            return entries_.empty() ? kDigest : 0;
        }
        return (kSmallIndex - bytes) / compressed_text(10) * 10 / entries_.size();
    }

    void shorten_lists() {
        for (TermList& list : lists_) {
            if (list.postings.size() > kListed) {
                list.postings = best_of(list, kListed, entries_.size());
                std::sort(list.postings.begin(), list.postings.end(),
                          [](const Posting& one, const Posting& other) {
                              return one.entry < other.entry;
                          });
            }
        }
    }

    // What each term takes in a shard, its records included.
    [[nodiscard]] std::vector<std::uint32_t> weights() const {
        std::vector<std::uint32_t> weights;
        weights.reserve(lists_.size());
        for (const TermList& list : lists_) {
            const std::size_t count = list.postings.size();
            weights.push_back(static_cast<std::uint32_t>(compressed_postings(count) +
                                                         std::min(count, kShown) * kRecordBytes));
        }
        return weights;
    }

    [[nodiscard]] std::vector<Range> described(const std::vector<WordRange>& ranges) const {
        std::vector<Range> described;
        described.reserve(ranges.size());
        for (const WordRange& range : ranges) {
            Range& next = described.emplace_back();
            if (range.first > 0) {
                next.begins = separator(words_[range.first - 1].first, words_[range.first].first);
            }
            std::uint32_t uses = 0;
            for (std::size_t i = range.first; i < range.last; ++i) {
                const auto& [word, term] = words_[i];
                if (const std::uint32_t found = vocabulary_.uses(word); found > uses) {
                    uses = found;
                    next.frequent = word;
                    next.commonness = commonness(lists_[term].holding);
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
            records.push_back(
                Digest(entries_[entry], terms_, worth_[entry]).record(id, terms_of(id), limit));
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
        std::vector<std::size_t> seen(lists_.size());  // number of the range, plus 1
        for (std::uint32_t range = 0; range < ranges.size(); ++range) {
            for (std::size_t i = ranges[range].first; i < ranges[range].last; ++i) {
                const TermId term = words_[i].second;
                if (seen[term] == range + std::size_t{1}) {
                    continue;
                }
                seen[term] = range + std::size_t{1};
                const std::uint32_t rare =
                    rarity(static_cast<std::uint32_t>(entries_.size()), lists_[term].holding);
                for (const Posting& posting : best_of(lists_[term], kShown, entries_.size())) {
                    all.push_back(
                        {posting.entry, range, unpack(posting.bearing).impact * rare, term});
                }
            }
        }
        std::sort(all.begin(), all.end());
        return all;
    }

    void add_words(const std::vector<WordRange>& ranges, std::vector<std::string>& bodies) const {
        std::vector<std::vector<Record>> records(ranges.size());
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
                records[range].push_back(digest.record(entry, wanted, kDigest));
            }
        }
        for (std::size_t range = 0; range < ranges.size(); ++range) {
            const auto first = words_.begin() + static_cast<std::ptrdiff_t>(ranges[range].first);
            const auto last = words_.begin() + static_cast<std::ptrdiff_t>(ranges[range].last);
            write_part({first, last}, lists_, std::exchange(records[range], {}),
                       bodies.emplace_back());
        }
    }

    void add_records(std::vector<std::string>& bodies) const {
        for (std::size_t first = 0; first < entries_.size(); first += kRecordsEach) {
            const std::size_t last = std::min<std::size_t>(first + kRecordsEach, entries_.size());
            write_part({}, lists_, all_records(first, last, kWholeDigest), bodies.emplace_back());
        }
    }

    const std::vector<AnalysedEntry>& entries_;
    const Vocabulary& vocabulary_;
    std::vector<std::uint32_t> terms_;  // of each word
    std::vector<TermList> lists_;
    std::vector<Worth> worth_;                           // of each entry
    std::vector<std::pair<std::string, TermId>> words_;  // ascending
};

}  // namespace

struct IndexBuilder::State {
    Analyser analyser;
    std::unordered_set<std::string> ids;
    std::vector<AnalysedEntry> entries;
};

IndexBuilder::IndexBuilder(std::string language)
    : state_(new State{Analyser(std::move(language)), {}, {}}) {}
IndexBuilder::~IndexBuilder() = default;

bool IndexBuilder::add(const Entry& entry) {
    const std::string id = tidy(entry.id);
    if (id.empty() || !state_->ids.insert(id).second) {
        return false;
    }
    state_->entries.push_back(state_->analyser.analyse(entry));
    return true;
}

std::vector<std::string> IndexBuilder::finish() && {
    // Hits of one score stand in the order of their ids.
    std::sort(
        state_->entries.begin(), state_->entries.end(),
        [](const AnalysedEntry& one, const AnalysedEntry& other) { return one.id < other.id; });
    const std::vector<std::string> bodies =
        Writer(state_->entries, state_->analyser.vocabulary()).write();
    ShardHeader header{checksum(bodies[0], kShardVersion), 0};
    for (const std::string& body : bodies) {
        header.index_id = checksum(body, header.index_id);
    }
    std::vector<std::string> shards;
    shards.reserve(bodies.size());
    for (const std::string& body : bodies) {
        shards.push_back(make_shard(header, body));
        ++header.shard;
    }
    return shards;
}

}  // namespace ventanilla::search
