#include "core/search/building/partition.h"

#include <algorithm>
#include <numeric>

#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

constexpr std::uint64_t kRangeBytes = 4;       // of a range in the directory
constexpr std::uint64_t kWordsOfAQuery = 4;    // that are looked up, each in another range
constexpr std::uint64_t kSmallest = 3 * 1024;  // less costs more in requests than it saves in bytes

std::uint64_t square_root(std::uint64_t value) {
    std::uint64_t root = 0;
    for (std::uint64_t bit = std::uint64_t{1} << 31; bit > 0; bit >>= 1) {
        root += (root + bit) * (root + bit) <= value ? bit : 0;
    }
    return root;
}

// With ranges of x bytes a visitor fetches all / x * kRangeBytes for the directory and kWordsOfAQuery * x for a query:
// least where both are alike.
std::uint64_t best_size(std::uint64_t all) {
    return std::max(square_root(all * kRangeBytes / kWordsOfAQuery), kSmallest);
}

}  // namespace

std::vector<WordRange> partition(const std::vector<std::pair<std::string, TermId>>& words,
                                 const std::vector<std::uint32_t>& weights) {
    const std::uint64_t all = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0}) +
                              words.size() * kWordBytes;
    const std::uint64_t size = best_size(all);
    std::vector<WordRange> ranges;
    std::vector<std::size_t> seen(weights.size());  // number of the range, plus 1
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const TermId term = words[i].second;
        const bool is_new = ranges.empty() || seen[term] != ranges.size();
        const std::uint64_t added = kWordBytes + (is_new ? weights[term] : 0);
        if (ranges.empty() || (is_new && bytes + added > size)) {
            ranges.push_back({i, i});
            bytes = 0;
        }
        bytes += added;
        seen[term] = ranges.size();
        ranges.back().last = i + 1;
    }
    return ranges;
}

std::string separator(const std::string& before, const std::string& word) {
    std::size_t end = 0;
    do {
        text::decode(word, end);
    } while (end < word.size() && word.compare(0, end, before) <= 0);
    return word.substr(0, end);
}

}  // namespace ventanilla::search
