#include "tools/learn_ranking/collection.h"

#include <fstream>
#include <iostream>

#include "cli/corpus/corpus_article.h"
#include "cli/corpus/json_lines.h"
#include "core/search/asking/query.h"
#include "core/search/format/shard.h"

namespace ventanilla::learn {
namespace {

// Calls `take` with each line; false, and says why, when one is bad.
template <typename Take>
bool read_lines(const std::filesystem::path& path, Take take) {
    std::ifstream file(path, std::ios::binary);
    corpus::JsonLines lines(file);
    bool good = file.is_open();
    while (auto line = lines.next()) {
        if (!*line || !take(**line)) {
            good = false;
            break;
        }
    }
    if (!good) {
        std::cerr << path.string() << ':' << lines.number() << ": cannot be read\n";
    }
    return good;
}

}  // namespace

std::optional<Collection> Collection::load(const std::filesystem::path& corpus,
                                           const std::filesystem::path& queries) {
    Collection collection;
    const bool has_articles = read_lines(corpus, [&](const base::Json& line) {
        std::string fault;
        auto article = corpus::read_article(line, fault);
        if (article) {
            collection.language_ = article->language;
            collection.entries_.push_back(std::move(article->entry));
        }
        return article.has_value();
    });
    const bool has_queries =
        has_articles && read_lines(queries, [&](const base::Json& line) {
            const auto& right = base::array_at(line, "rel");
            if (right.empty() || !right[0].is_text()) {
                return false;
            }
            Query query{std::string(base::string_at(line, "class")),
                        std::string(base::string_at(line, "q")), right[0].text(), Half::kA};
            query.half = search::checksum(query.right) % 2 == 0 ? Half::kA : Half::kB;
            collection.queries_.push_back(std::move(query));
            return true;
        });
    return has_queries ? std::optional(std::move(collection)) : std::nullopt;
}

void Collection::build() {
    search::IndexBuilder builder(language_);
    for (const search::Entry& entry : entries_) {
        builder.add(entry);
    }
    const std::vector<std::string> shards = std::move(builder).finish();
    index_.emplace(std::move(*search::Index::open(shards[0])));
    for (search::ShardId shard = 1; shard < shards.size(); ++shard) {
        index_->add(shard, shards[shard]);
    }
}

Measured Collection::measure(std::optional<Half> half) const {
    Measured measured;
    for (const Query& query : queries_) {
        if (half && query.half != *half) {
            continue;
        }
        const search::Answer answer = search::search(*index_, {.text = query.text, .limit = 10});
        Figures& figures = measured[query.kind];
        ++figures.queries;
        figures.empty += answer.hits.empty() ? 1 : 0;
        for (std::size_t rank = 0; rank < answer.hits.size(); ++rank) {
            if (answer.hits[rank].id == query.right) {
                figures.reciprocal_rank += 1.0 / static_cast<double>(rank + 1);
                figures.first += rank == 0 ? 1 : 0;
                figures.found += 1;
            }
        }
    }
    Figures mean;
    const auto kinds = static_cast<double>(measured.size());
    for (auto& [kind, figures] : measured) {
        const auto queries = static_cast<double>(figures.queries);
        for (double Figures::* figure :
             {&Figures::reciprocal_rank, &Figures::first, &Figures::found, &Figures::empty}) {
            figures.*figure /= queries;
            mean.*figure += figures.*figure / kinds;
        }
        mean.queries += figures.queries;
    }
    measured["mean"] = mean;
    return measured;
}

}  // namespace ventanilla::learn
