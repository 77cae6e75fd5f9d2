// core/search/asking/hit_maker.h
//
// Turns a scored entry into what is shown of it, from the records that are there.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/search/asking/marks.h"
#include "core/search/asking/query.h"
#include "core/search/asking/scorer.h"

namespace ventanilla::search {

class HitMaker {
public:
    // `rarity`: of each slot. All must outlive the maker.
    HitMaker(const Index::Data& index, const ResolvedQuery& query,
             const std::vector<std::uint32_t>& rarity);

    // Of several records the one whose pieces show most of the query. A hit without texts where they are not asked for,
    // or there is none.
    [[nodiscard]] Hit make(const ScoredEntry& scored, bool with_texts) const;

private:
    [[nodiscard]] std::vector<Record> records_of(EntryId entry) const;

    const Index::Data& index_;
    const std::vector<std::uint32_t>& rarity_;
    Marker marker_;
    std::vector<ShardId> shards_;  // that the query's words led to
};

}  // namespace ventanilla::search
