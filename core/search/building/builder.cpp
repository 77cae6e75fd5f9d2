#include "core/search/building/builder.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "core/search/building/collection.h"
#include "core/search/building/index_writer.h"
#include "core/search/building/line_sieve.h"
#include "core/search/building/tidy.h"
#include "core/search/building/traits_builder.h"
#include "core/search/format/shard.h"

namespace ventanilla::search {

struct IndexBuilder::State {
    explicit State(const std::string& tag) : language(tag), traits(tag) {}

    std::string language;
    LineSieve sieve;
    TraitsBuilder traits;
    std::unordered_set<std::string> ids;
    std::vector<Entry> entries;
};

IndexBuilder::IndexBuilder(const std::string& language) : state_(new State(language)) {}
IndexBuilder::~IndexBuilder() = default;

bool IndexBuilder::add(Entry entry) {
    const std::string id = tidy(entry.id);
    if (id.empty() || !state_->ids.insert(id).second) {
        return false;
    }
    state_->traits.add(id, entry);
    state_->sieve.sift(entry);
    state_->entries.push_back(std::move(entry));
    return true;
}

std::vector<std::string> IndexBuilder::finish(const base::ForEach& for_each) && {
    const TraitTables traits = std::move(state_->traits).finish();
    Collection collection = collect(std::move(state_->entries), state_->language, for_each);
    state_.reset();
    // Hits of one score stand in the order of their ids.
    std::sort(
        collection.entries.begin(), collection.entries.end(),
        [](const AnalysedEntry& one, const AnalysedEntry& other) { return one.id < other.id; });
    std::vector<std::string> bodies = write_index(std::move(collection), traits, for_each);
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
