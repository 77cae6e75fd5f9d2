#include "core/search/building/digest.h"

#include <algorithm>
#include <limits>

namespace ventanilla::search {

Digest::Digest(const AnalysedEntry& entry, const std::vector<TermId>& terms,
               std::span<const TermWorth> worths)
    : entry_(entry), worths_(worths), worth_(entry.pieces.size()) {
    pieces_.reserve(entry.places.size());
    for (const WordPlace& place : entry.places) {
        pieces_.emplace_back(terms[place.word], place.piece);
    }
    std::sort(pieces_.begin(), pieces_.end());
    pieces_.erase(std::unique(pieces_.begin(), pieces_.end()), pieces_.end());
    auto at = worths.begin();
    for (const auto& [term, piece] : pieces_) {
        while (at != worths.end() && at->term < term) {
            ++at;
        }
        worth_[piece] += at != worths.end() && at->term == term ? at->worth : 0;
    }
}

std::vector<std::uint32_t> Digest::choose(const std::vector<TermId>& wanted,
                                          std::size_t limit) const {
    std::vector<std::uint32_t> chosen;
    std::size_t bytes = 0;
    for (const TermId term : wanted) {
        std::uint32_t best = std::numeric_limits<std::uint32_t>::max();
        bool shown = false;
        for (auto at = std::lower_bound(pieces_.begin(), pieces_.end(), std::pair(term, 0U));
             at != pieces_.end() && at->first == term; ++at) {
            shown = shown || std::find(chosen.begin(), chosen.end(), at->second) != chosen.end();
            best = best > worth_.size() || worth_[at->second] > worth_[best] ? at->second : best;
        }
        if (shown || best >= worth_.size()) {
            continue;
        }
        const std::size_t size = entry_.pieces[best].end - entry_.pieces[best].begin;
        if (!chosen.empty() && bytes + size > limit) {
            break;
        }
        chosen.push_back(best);
        bytes += size;
    }
    if (chosen.empty() && !entry_.pieces.empty()) {
        chosen.push_back(0);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

std::vector<std::uint32_t> Digest::best(std::size_t limit) const {
    std::vector<TermWorth> sorted(worths_.begin(), worths_.end());
    std::sort(sorted.begin(), sorted.end(), [](const TermWorth& one, const TermWorth& other) {
        return one.worth != other.worth ? one.worth > other.worth : one.term < other.term;
    });
    std::vector<TermId> terms;
    terms.reserve(sorted.size());
    for (const TermWorth& next : sorted) {
        terms.push_back(next.term);
    }
    return choose(terms, limit);
}

Record record_of(const AnalysedEntry& entry, EntryId id, std::span<const std::uint32_t> pieces) {
    Record record{id, entry.id, entry.url, entry.title, {}};
    record.pieces.reserve(pieces.size());
    for (const std::uint32_t piece : pieces) {
        const PieceSpan& span = entry.pieces[piece];
        const auto& [heading, anchor] = entry.sections[span.section];
        record.pieces.push_back(
            {heading, anchor,
             std::string_view(entry.text).substr(span.begin, span.end - span.begin)});
    }
    return record;
}

}  // namespace ventanilla::search
