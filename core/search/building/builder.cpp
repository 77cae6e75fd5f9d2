#include "core/search/building/builder.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "core/search/building/analysis.h"
#include "core/search/building/index_writer.h"
#include "core/search/building/traits_builder.h"
#include "core/search/format/shard.h"

namespace ventanilla::search {

struct IndexBuilder::State {
    explicit State(const std::string& language) : analyser(language), traits(language) {}

    Analyser analyser;
    TraitsBuilder traits;
    std::unordered_set<std::string> ids;
    std::vector<AnalysedEntry> entries;
};

IndexBuilder::IndexBuilder(const std::string& language) : state_(new State(language)) {}
IndexBuilder::~IndexBuilder() = default;

bool IndexBuilder::add(const Entry& entry) {
    const std::string id = tidy(entry.id);
    if (id.empty() || !state_->ids.insert(id).second) {
        return false;
    }
    state_->entries.push_back(state_->analyser.analyse(entry));
    state_->traits.add(id, entry);
    return true;
}

std::vector<std::string> IndexBuilder::finish(const base::ForEach& for_each) && {
    // Hits of one score stand in the order of their ids.
    std::sort(
        state_->entries.begin(), state_->entries.end(),
        [](const AnalysedEntry& one, const AnalysedEntry& other) { return one.id < other.id; });
    const TraitTables traits = std::move(state_->traits).finish();
    std::vector<std::string> bodies =
        write_index(state_->entries, state_->analyser.vocabulary(), traits, for_each);
    state_.reset();
    std::uint64_t index_id = checksum(bodies[0], kShardVersion);
    for (const std::string& body : bodies) {
        index_id = checksum(body, index_id);
    }
    for_each(bodies.size(), [&](std::size_t shard) {
        bodies[shard] = make_shard({index_id, static_cast<ShardId>(shard)}, bodies[shard]);
    });
    return bodies;
}

}  // namespace ventanilla::search
