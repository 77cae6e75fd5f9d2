// cli/publish/search_data.h
//
// Puts a language's articles and guides into its search index. An entry's id is "article:ID" or "guide:ID".
#pragma once

#include <string>
#include <vector>

#include "core/article/article.h"
#include "core/search/builder.h"
#include "core/site/catalog.h"
#include "core/text/synonyms.h"

namespace ventanilla::publish {

class SearchData {
public:
    // `synonyms` must outlive this.
    SearchData(const std::string& language, const text::Synonyms& synonyms)
        : builder_(language), synonyms_(synonyms) {}

    void add(const article::Article& article, const std::string& address);
    // `title` as results show it, which says that it is a guide.
    void add(const site::GuidePage& guide, const std::string& title, const std::string& address);

    // The index's shards, by number.
    [[nodiscard]] std::vector<std::string> finish() && { return std::move(builder_).finish(); }

private:
    // With what else it could be asked for by.
    void add(search::Entry entry);

    search::IndexBuilder builder_;
    const text::Synonyms& synonyms_;
};

}  // namespace ventanilla::publish
