#include "core/search/asking/query.h"

#include <algorithm>
#include <utility>

#include "core/search/asking/correction.h"
#include "core/search/asking/hit_maker.h"
#include "core/search/asking/index_data.h"
#include "core/search/asking/scorer.h"
#include "core/search/asking/selection.h"

namespace ventanilla::search {
namespace {

// "es" of "es-MX".
std::string_view primary(std::string_view language) {
    return language.substr(0, language.find('-'));
}

// Whether entries match of which the lists of the query's terms do not tell.
bool leaves_out(const Index::Data& index, const ResolvedQuery& query) {
    for (const Slot& slot : query.slots) {
        for (const Match& match : slot.matches) {
            for (const TermRef& term : match.terms) {
                if (index.postings_of(term).is_cut()) {
                    return true;
                }
            }
        }
    }
    return false;
}

}  // namespace

bool is_meant(const Index& index, const Query& query) {
    return query.language.empty() || primary(query.language) == primary(index.language());
}

Answer search(const Index& index, const Query& query) {
    if (!is_meant(index, query)) {
        return {};
    }
    const Index::Data& data = index.data();
    const auto limit = static_cast<std::size_t>(std::clamp(query.limit, 1, 50));
    const ResolvedQuery resolved = resolve(data, query.text, query.typing);
    const Scores scores = score(data, resolved);
    Selection selection = select(data, query, scores.entries, limit);
    const HitMaker maker(data, resolved, scores.rarity);

    Answer answer;
    answer.used = resolved.used;
    answer.wanted = resolved.wanted;
    answer.total = selection.total;
    answer.at_least = leaves_out(data, resolved);
    answer.counts = std::move(selection.counts);
    for (const SelectedEntry& selected : selection.entries) {
        const bool is_shown =
            answer.hits.size() < static_cast<std::size_t>(std::max(query.shown, 0));
        Hit hit = maker.make({selected.entry, selected.score}, is_shown);
        hit.pinned = selected.pinned;
        hit.similar = selected.similar;
        const ShardId shard = data.shard_of_record(selected.entry);
        add_once(answer.used, shard);
        // Which hits there are is not known before all words are.
        if (is_shown && hit.id.empty() && resolved.wanted.empty()) {
            add_once(answer.wanted, shard);
        }
        answer.hits.push_back(std::move(hit));
    }
    if (answer.wanted.empty()) {
        answer.corrected = corrected(query.text, resolved.corrections, answer.hits);
    }
    return answer;
}

}  // namespace ventanilla::search
