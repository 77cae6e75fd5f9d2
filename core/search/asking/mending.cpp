#include "core/search/asking/mending.h"

#include <algorithm>

#include "core/search/asking/repair.h"
#include "core/search/terms/ranking.h"

namespace ventanilla::search {
namespace {

// Places of the alphabet in which the words are looked up that mend another.
constexpr std::size_t kMaxPlaces = 2;
// The ending of a shorter beginning tells nothing about the word.
constexpr std::size_t kLeastForEnding = 5;  // bytes

// None, too, while the shard of its ending is not there.
Repairs repairs_of(const Index::Data& index, const QueryWord& word, const Part& covering,
                   Shelf& shelf) {
    const bool has_ending =
        index.spellings.size() > 0 && (!word.being_typed || word.key.size() >= kLeastForEnding);
    for (unsigned edits = 1; edits <= Mender::kMostEdits; ++edits) {
        Mender mender(word.key, index.language, edits, word.being_typed);
        mender.offer(covering);
        mender.offer(index.directory);
        if (mender.best().words.empty() && has_ending && mender.can_mend()) {
            const ShardId shard = index.shard_of_ending(backwards(word.key));
            if (!shelf.ask(shard)) {
                return {};
            }
            mender.offer(index.spellings_of(shard));
        }
        if (Repairs repairs = mender.best(); !repairs.words.empty()) {
            return repairs;
        }
    }
    return {};
}

std::uint32_t weight_of(unsigned edits) {
    return edits == 0 ? kWhole : edits == 1 ? kWeights.one_edit : kWeights.two_edits;
}

}  // namespace

Mended mend(const Index::Data& index, const QueryWord& word, const Part& covering, Shelf& shelf,
            Forms& forms) {
    Mended mended;
    const Repairs repairs = repairs_of(index, word, covering, shelf);
    std::vector<ShardId> places;
    for (const Repair& repair : repairs.words) {
        add_once(places, index.shard_of_word(repair.word));
        const auto term = places.size() <= kMaxPlaces ? shelf.ask_for(repair.word) : std::nullopt;
        if (term && std::ranges::find(mended.match.terms, *term) == mended.match.terms.end()) {
            mended.match.terms.push_back(*term);
            for (std::string& form :
                 forms.of_term(index.part(term->shard)->dictionary, term->term, repair.word)) {
                mended.words.push_back(std::move(form));
            }
        }
    }
    if (!mended.match.terms.empty()) {
        const Repair& nearest = repairs.words[0];
        mended.match.kind = MatchKind::kRepair;
        mended.match.edits = nearest.edits();
        mended.match.weight = weight_of(nearest.edits());
        if (nearest.edits() > 0 && !repairs.only_begin) {
            mended.meant = nearest.word;
        }
    }
    return mended;
}

}  // namespace ventanilla::search
