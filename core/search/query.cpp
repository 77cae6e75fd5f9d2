#include "core/search/query.h"

#include <algorithm>

#include "core/search/correction.h"
#include "core/search/hit_maker.h"
#include "core/search/index_data.h"
#include "core/search/scorer.h"

namespace ventanilla::search {
namespace {

// "es" of "es-MX".
std::string_view primary(std::string_view language) {
    return language.substr(0, language.find('-'));
}

}  // namespace

Answer search(const Index& index, const Query& query) {
    if (!query.language.empty() && primary(query.language) != primary(index.language())) {
        return {};
    }
    const Index::Data& data = index.data();
    const auto limit = static_cast<std::size_t>(std::clamp(query.limit, 1, 50));
    const ResolvedQuery resolved = resolve(data, query.text);
    const Scores scores = score(data, resolved, limit);
    const HitMaker maker(data, resolved, scores.rarity);

    Answer answer;
    answer.used = resolved.used;
    answer.wanted = resolved.wanted;
    for (const ScoredEntry& scored : scores.entries) {
        Hit hit = maker.make(scored);
        const ShardId shard = data.shard_of_record(scored.entry);
        add_once(answer.used, shard);
        // Which hits there are is not known before all words are.
        const bool wants = hit.id.empty() && resolved.wanted.empty() &&
                           answer.hits.size() < static_cast<std::size_t>(std::max(query.shown, 0));
        if (wants) {
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
