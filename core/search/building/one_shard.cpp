#include "core/search/building/one_shard.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/search/building/partition.h"
#include "core/search/terms/ranking.h"

namespace ventanilla::search {
namespace {

constexpr std::size_t kShardBytes = 48 * 1024;  // as they go over the wire
// Fewer bytes of pieces in a record show too little of an article.
constexpr std::size_t kLeastDigest = 100;
constexpr std::size_t kMostDigest = 1000;
// How many of an article's terms are tried to be kept, the ones that say most about it.
constexpr std::array<std::size_t, 10> kTermsEach = {
    std::numeric_limits<std::size_t>::max(), 300, 240, 200, 160, 130, 100, 80, 65, 50};

// For each posting of each list how many terms say more about its entry.
std::vector<std::vector<std::uint32_t>> ranks_of(const std::vector<TermList>& lists,
                                                 std::size_t entries) {
    struct Use {
        std::uint64_t worth;
        std::uint32_t term;
        std::uint32_t posting;
    };
    std::vector<std::vector<Use>> uses(entries);
    std::vector<std::vector<std::uint32_t>> ranks(lists.size());
    for (std::uint32_t term = 0; term < lists.size(); ++term) {
        const std::vector<Posting>& postings = lists[term].postings;
        const std::uint32_t rare = rarity(static_cast<std::uint32_t>(entries), lists[term].holding);
        ranks[term].resize(postings.size());
        for (std::uint32_t i = 0; i < postings.size(); ++i) {
            const Bearing bearing = unpack(postings[i].bearing);
            // Titles and headings are kept before all else.
            const std::uint64_t named = bearing.in_title || bearing.heading > 0 ? 1 : 0;
            uses[postings[i].entry].push_back(
                {named << 32U | std::uint64_t{bearing.impact} * rare, term, i});
        }
    }
    for (std::vector<Use>& of_entry : uses) {
        std::sort(of_entry.begin(), of_entry.end(), [](const Use& one, const Use& other) {
            return one.worth != other.worth ? one.worth > other.worth : one.term < other.term;
        });
        for (std::uint32_t rank = 0; rank < of_entry.size(); ++rank) {
            ranks[of_entry[rank].term][of_entry[rank].posting] = rank;
        }
    }
    return ranks;
}

}  // namespace

std::optional<std::size_t> fit_one_shard(const std::vector<AnalysedEntry>& entries,
                                         WordLists& index) {
    if (entries.empty()) {
        return kMostDigest;
    }
    std::size_t texts = 0;
    for (const AnalysedEntry& entry : entries) {
        texts +=
            compressed_text(entry.id.size() + entry.url.size() + entry.title.size() + kLeastDigest);
    }
    if (texts > kShardBytes) {
        return std::nullopt;
    }
    const auto ranks = ranks_of(index.lists, entries.size());
    for (const std::size_t kept : kTermsEach) {
        const auto stays = [&](std::uint32_t rank) { return rank < kept; };
        std::size_t bytes = texts;
        for (const auto& of_term : ranks) {
            bytes += compressed_postings(
                static_cast<std::size_t>(std::count_if(of_term.begin(), of_term.end(), stays)));
        }
        for (const auto& [word, term] : index.words) {
            bytes += std::any_of(ranks[term].begin(), ranks[term].end(), stays) ? kWordBytes : 0;
        }
        if (bytes > kShardBytes) {
            continue;
        }
        for (std::size_t term = 0; term < index.lists.size(); ++term) {
            std::vector<Posting>& postings = index.lists[term].postings;
            std::size_t at = 0;
            std::erase_if(postings, [&](const Posting&) { return !stays(ranks[term][at++]); });
        }
        std::erase_if(index.words,
                      [&](const auto& word) { return index.lists[word.second].postings.empty(); });
        const std::size_t more = (kShardBytes - bytes) * 10 / 3 / entries.size();
        return std::min(kLeastDigest + more, kMostDigest);
    }
    return std::nullopt;
}

}  // namespace ventanilla::search
