#include "cli/corpus/corpus_search.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/corpus/json_lines.h"
#include "core/base/json.h"
#include "core/search/query.h"
#include "core/search/shard.h"

namespace ventanilla::corpus {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return file.good() ? std::optional(std::move(bytes)) : std::nullopt;
}

// An index on the disk; shards are read when a search wants them.
class StoredIndex {
public:
    // Nothing if there is none; then the log says why.
    static std::optional<StoredIndex> open(const fs::path& dir, std::ostream& log) {
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

    search::Answer search(const search::Query& query) {
        search::Answer answer = search::search(index_, query);
        while (load(answer.wanted)) {
            answer = search::search(index_, query);
        }
        return answer;
    }

private:
    StoredIndex(search::Index index, fs::path folder)
        : index_(std::move(index)), folder_(std::move(folder)) {}

    // Whether one at least could be had.
    bool load(const std::vector<search::ShardId>& shards) {
        bool any = false;
        for (const search::ShardId shard : shards) {
            auto bytes = read_file(folder_ / search::shard_name(shard));
            any = (bytes && !index_.add(shard, std::move(*bytes))) || any;
        }
        return any;
    }

    search::Index index_;
    fs::path folder_;
};

std::string marked_text(const std::vector<search::Run>& runs) {
    std::string text;
    for (const search::Run& run : runs) {
        text += run.marked ? "«" + run.text + "»" : run.text;
    }
    return text;
}

// The filters of a line, and the texts that they point to.
struct LineFilters {
    explicit LineFilters(const base::Json& line) {
        const base::Json* member = base::find(line, "filters");
        if (member == nullptr) {
            return;
        }
        is_sound = member->is_object();
        if (is_sound) {
            for (const auto& item : member->items()) {
                add(item.key(), item.value());
            }
        }
    }

    [[nodiscard]] std::vector<search::Filter> all() const {
        std::vector<search::Filter> filters;
        for (const auto& [facet, values] : texts) {
            filters.push_back({facet, {values.begin(), values.end()}});
        }
        return filters;
    }

    bool is_sound = true;
    std::map<std::string, std::vector<std::string>> texts;

private:
    void add(const std::string& facet, const base::Json& value) {
        for (const base::Json& text : value.is_array() ? value : base::Json::array({value})) {
            is_sound = is_sound && text.is_string();
            texts[facet].push_back(text.is_string() ? text.get<std::string>() : std::string());
        }
    }
};

base::Json hit_json(const search::Hit& hit) {
    base::Json json = {{"id", hit.id},
                       {"url", hit.url},
                       {"title", marked_text(hit.title)},
                       {"section", hit.section},
                       {"excerpt", marked_text(hit.excerpt)},
                       {"score", hit.score}};
    if (hit.pinned) {
        json["pinned"] = true;
    }
    if (hit.similar > 0) {
        json["similar"] = hit.similar;
    }
    return json;
}

base::Json answer_line(StoredIndex& index, const base::Json& line) {
    const base::Json* text = base::find(line, "q");
    if (text == nullptr || !text->is_string()) {
        return {{"error", "a query is a JSON object with a string \"q\""}};
    }
    const std::int64_t limit = std::clamp<std::int64_t>(base::integer_at(line, "k", 10), 1, 50);
    const std::int64_t shown =
        std::clamp<std::int64_t>(base::integer_at(line, "show", limit), 0, limit);
    const LineFilters filters(line);
    if (!filters.is_sound) {
        return {{"error", "\"filters\" is a JSON object of texts and lists of texts"}};
    }
    const bool counts = base::boolean_at(line, "counts", false);
    const std::string query = text->get<std::string>();
    const auto start = std::chrono::steady_clock::now();
    const search::Answer answer = index.search({.text = query,
                                                .limit = static_cast<int>(limit),
                                                .filters = filters.all(),
                                                .counts = counts});
    const auto spent = std::chrono::steady_clock::now() - start;
    base::Json ids = base::Json::array();
    base::Json hits = base::Json::array();
    for (const search::Hit& hit : answer.hits) {
        ids.push_back(hit.id);
        if (std::cmp_less(hits.size(), shown)) {
            hits.push_back(hit_json(hit));
        }
    }
    const auto us = std::chrono::duration_cast<std::chrono::microseconds>(spent).count();
    base::Json json = {
        {"ids", std::move(ids)}, {"hits", std::move(hits)}, {"total", answer.total}, {"us", us}};
    if (answer.at_least) {
        json["at_least"] = true;
    }
    if (counts) {
        base::Json& by_facet = json["counts"] = base::Json::object();
        for (const search::FacetCount& count : answer.counts) {
            by_facet[count.facet][count.value] = count.entries;
        }
    }
    return json;
}

}  // namespace

int search_corpus(const fs::path& dir, std::istream& in, std::ostream& out, std::ostream& log) {
    std::optional<StoredIndex> index = StoredIndex::open(dir, log);
    if (!index) {
        return 1;
    }
    JsonLines lines(in);
    while (auto line = lines.next()) {
        const base::Json answer =
            *line ? answer_line(*index, **line) : base::Json{{"error", line->error()}};
        out << base::write_json(answer) << '\n' << std::flush;
    }
    return 0;
}

}  // namespace ventanilla::corpus
