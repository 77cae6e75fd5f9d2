#include "core/search/excerpt.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace ventanilla::search {
namespace {

constexpr std::size_t kExcerpt = 160;  // characters
constexpr std::size_t kBefore = 60;    // bytes in which a sentence's beginning is sought
constexpr std::size_t kContext = 30;   // bytes before the first mark where there is none
// A text is looked at so far, in bytes: it bounds what one hit costs.
constexpr std::size_t kSearched = 64 * 1024;

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

// The mark with which the best window begins: the one whose neighbours show most of the query.
std::size_t best_start(const std::vector<Mark>& marks, const std::vector<std::uint32_t>& rarity) {
    std::size_t best = 0;
    std::uint64_t best_worth = 0;
    std::vector<std::uint32_t> seen(
        rarity.size());  // number of the window in which a slot was seen
    for (std::size_t first = 0; first < marks.size(); ++first) {
        std::uint64_t worth = 0;
        for (std::size_t i = first;
             i < marks.size() && marks[i].end - marks[first].begin <= kExcerpt - kContext; ++i) {
            std::uint32_t& window = seen[marks[i].slot];
            const bool is_new = window != first + 1;
            window = static_cast<std::uint32_t>(first + 1);
            worth += is_new ? std::uint64_t{rarity[marks[i].slot]} * 16 : rarity[marks[i].slot];
        }
        if (worth > best_worth) {
            best_worth = worth;
            best = first;
        }
    }
    return best;
}

// Where the excerpt begins that shows the text at `at`.
std::size_t beginning(std::string_view text, std::size_t at) {
    const std::size_t earliest = at > kBefore ? at - kBefore : 0;
    if (earliest == 0) {
        return 0;
    }
    std::size_t word = at;
    for (std::size_t i = at; i > earliest; --i) {
        const char before = text[i - 1];
        if (before == '\n') {
            return i;
        }
        if (before == ' ') {
            const char end = text[i - 2];
            if (end == '.' || end == '?' || end == '!') {
                return i;
            }
            word = at - i <= kContext ? i : word;
        }
    }
    return word;
}

// Past the last character that the excerpt shows: at a word's end unless the word is very long.
std::size_t ending(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    for (std::size_t characters = 0; at < text.size() && characters < kExcerpt; ++characters) {
        text::decode(text, at);
    }
    if (at == text.size()) {
        return at;
    }
    std::size_t end = at;
    while (end > begin + (at - begin) / 2 && text[end] != ' ' && text[end] != '\n') {
        --end;
    }
    return text[end] == ' ' || text[end] == '\n' ? end : at;
}

}  // namespace

std::vector<Run> make_excerpt(std::string_view text, const Marker& marker,
                              const std::vector<std::uint32_t>& rarity) {
    std::string_view searched = text.substr(0, kSearched);
    while (searched.size() < text.size() && is_continuation(text[searched.size()])) {
        searched.remove_suffix(1);
    }
    std::vector<Mark> marks = marker.find(searched);
    const std::size_t begin =
        marks.empty() ? 0 : beginning(text, marks[best_start(marks, rarity)].begin);
    const std::size_t end = ending(text, begin);
    std::erase_if(marks, [&](const Mark& m) { return m.begin < begin || m.end > end; });
    std::vector<Run> runs = make_runs(text, begin, end, marks);
    if (!runs.empty() && end < text.size()) {
        runs.push_back({" …", false});
    }
    if (!runs.empty() && begin > 0) {
        runs.insert(runs.begin(), {"… ", false});
    }
    return runs;
}

}  // namespace ventanilla::search
