#include "cli/corpus/stored_index.h"

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "core/search/format/shard.h"

namespace ventanilla::corpus {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return file.good() ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace

StoredIndex::StoredIndex(search::Index index, fs::path folder)
    : index_(std::move(index)), folder_(std::move(folder)) {}

std::optional<StoredIndex> StoredIndex::open(const fs::path& dir, std::ostream& log) {
    auto bytes = read_file(dir / search::shard_name(0));
    if (!bytes) {
        log << dir.string() << ": holds no index\n";
        return std::nullopt;
    }
    auto index = search::Index::open(std::move(*bytes));
    if (!index) {
        log << (dir / search::shard_name(0)).string() << ": " << search::to_text(index.error())
            << '\n';
        return std::nullopt;
    }
    return StoredIndex(std::move(*index), dir);
}

search::Answer StoredIndex::search(const search::Query& query) {
    search::Answer answer = search::search(index_, query);
    while (load(answer.wanted)) {
        answer = search::search(index_, query);
    }
    return answer;
}

bool StoredIndex::load(const std::vector<search::ShardId>& shards) {
    bool any = false;
    for (const search::ShardId shard : shards) {
        any = load(shard) || any;
    }
    return any;
}

bool StoredIndex::load(search::ShardId shard) {
    auto bytes = read_file(folder_ / search::shard_name(shard));
    return bytes && !index_.add(shard, std::move(*bytes));
}

}  // namespace ventanilla::corpus
