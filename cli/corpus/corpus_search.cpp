#include "cli/corpus/corpus_search.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/corpus/explanation.h"
#include "cli/corpus/json_lines.h"
#include "cli/corpus/stored_index.h"
#include "core/base/json.h"
#include "core/search/asking/explain.h"
#include "core/search/asking/query.h"

namespace ventanilla::corpus {
namespace {

namespace fs = std::filesystem;

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
        const base::Json* member = line.find("filters");
        if (member == nullptr) {
            return;
        }
        is_sound = member->is_object();
        if (is_sound) {
            for (const auto& [facet, values] : member->members()) {
                add(facet, values);
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
        for (const base::Json& text : value.is_array() ? value.elements() : std::span(&value, 1)) {
            is_sound = is_sound && text.is_text();
            texts[facet].push_back(text.text());
        }
    }
};

base::Json hit_json(const search::Hit& hit) {
    base::Json json = {
        {"id", hit.id},           {"url", hit.url},       {"title", marked_text(hit.title)},
        {"section", hit.section}, {"anchor", hit.anchor}, {"excerpt", marked_text(hit.excerpt)},
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
    const base::Json* text = line.find("q");
    if (text == nullptr || !text->is_text()) {
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
    const bool explained = base::boolean_at(line, "explain");
    const std::string query = text->text();
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
            base::Json& shown_hit = hits.push_back(hit_json(hit));
            if (explained) {
                shown_hit["why"] =
                    explanation_json(search::explain(index.index(), {.text = query}, hit.entry));
            }
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

void write_explained(const search::Hit& hit, std::size_t place, const search::Explanation& why,
                     std::ostream& out) {
    out << place << ". " << marked_text(hit.title) << "  (" << hit.id << ")\n";
    if (!hit.excerpt.empty()) {
        out << "   " << marked_text(hit.excerpt) << '\n';
    }
    if (hit.pinned) {
        out << "   Its author has pinned it to this query.\n";
    }
    out << explanation_text(why) << '\n';
}

}  // namespace

int explain_corpus(const fs::path& dir, const std::string& query, std::ostream& out,
                   std::ostream& log) {
    std::optional<StoredIndex> index = StoredIndex::open(dir, log);
    if (!index) {
        return 1;
    }
    const search::Query asked{.text = query, .limit = 5};
    const search::Answer answer = index->search(asked);
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
        write_explained(answer.hits[i], i + 1,
                        search::explain(index->index(), asked, answer.hits[i].entry), out);
    }
    if (answer.hits.empty()) {
        out << "No article has any of these words, nor words near enough.\n";
    }
    return 0;
}

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
