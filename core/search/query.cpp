#include "core/search/query.h"

#include <algorithm>

#include "core/search/excerpt.h"
#include "core/search/index_data.h"
#include "core/search/marks.h"
#include "core/search/ranking.h"
#include "core/search/scorer.h"
#include "core/text/tokenize.h"

namespace ventanilla::search {
namespace {

// What the title adds to the score, of 256: most where it holds all of the query and nothing else.
std::uint32_t title_bonus(std::string_view title, const Marker& marker,
                          const std::vector<std::uint32_t>& rarity) {
    std::vector<bool> seen(rarity.size());
    std::uint64_t held = 0;
    std::uint64_t sought = 1;
    std::size_t marked = 0;
    const std::vector<text::Token> words = text::tokenize(title);
    for (const text::Token& token : words) {
        if (const auto slot = marker.slot_of(token.word)) {
            ++marked;
            held += seen[*slot] ? 0 : rarity[*slot];
            seen[*slot] = true;
        }
    }
    for (const std::uint32_t value : rarity) {
        sought += value;
    }
    const std::uint64_t of_query = held * 256 / sought;
    const std::uint64_t of_title = marked * 256 / std::max<std::size_t>(words.size(), 1);
    return static_cast<std::uint32_t>(of_query * of_query / 256 * of_title / 256 * kTitleBonus /
                                      256);
}

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
    const Marker marker(data, resolved);
    Scores scores = score(data, resolved, std::max(limit, kRanked));
    for (ScoredEntry& scored : scores.entries) {
        const std::string_view title = data.entries.at(scored.entry).title;
        const std::uint64_t bonus = title_bonus(title, marker, scores.rarity);
        scored.score += static_cast<std::uint32_t>(scored.score * bonus / 256);
    }
    keep_best(data, scores.entries, limit);

    Answer answer;
    for (const ScoredEntry& scored : scores.entries) {
        const EntryView entry = data.entries.at(scored.entry);
        Hit hit{std::string(entry.id), std::string(entry.url), {}, {}, scored.score};
        hit.title = make_runs(entry.title, 0, entry.title.size(), marker.find(entry.title));
        const ShardId shard = data.entries.shard_of(scored.entry);
        if (const auto text = data.text_of(scored.entry)) {
            hit.excerpt = make_excerpt(*text, marker, scores.rarity);
        } else if (std::find(answer.wanted.begin(), answer.wanted.end(), shard) ==
                   answer.wanted.end()) {
            answer.wanted.push_back(shard);
        }
        answer.hits.push_back(std::move(hit));
    }
    return answer;
}

}  // namespace ventanilla::search
