// tools/learn_ranking/collection.h
//
// A corpus and queries of which the right article is known; measures how high the search puts it.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/search/asking/index.h"
#include "core/search/building/builder.h"

namespace ventanilla::learn {

// Queries are halved by a hash of the right article's id: no article is in both.
enum class Half { kA, kB };

struct Figures {
    double reciprocal_rank = 0;  // of ten: 1 / rank, 0 when not among them
    double first = 0;            // share of queries whose article stands first
    double found = 0;            // share whose article is among ten
    double empty = 0;            // share without any hit
    std::size_t queries = 0;
};
// By class, and "mean" of the classes.
using Measured = std::map<std::string, Figures>;

class Collection {
public:
    // Both JSON lines: articles as `ventanilla index` reads them; {"class", "q", "rel": [id]}. Nothing if one of
    // them cannot be read; then std::cerr says why.
    static std::optional<Collection> load(const std::filesystem::path& corpus,
                                          const std::filesystem::path& queries);

    void build();  // with the weights as they are
    // Precondition: build() was called.
    [[nodiscard]] Measured measure(std::optional<Half> half) const;

    [[nodiscard]] const std::string& language() const { return language_; }

private:
    struct Query {
        std::string kind;
        std::string text;
        std::string right;
        Half half;
    };
    std::string language_;
    std::vector<search::Entry> entries_;
    std::vector<Query> queries_;
    std::optional<search::Index> index_;
};

}  // namespace ventanilla::learn
