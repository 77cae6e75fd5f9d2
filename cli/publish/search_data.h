// cli/publish/search_data.h
//
// Puts a language's articles and guides into its search index. An entry's id is "article:ID" or "guide:ID".
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/publish/link_texts.h"
#include "core/article/article.h"
#include "core/search/building/builder.h"
#include "core/site/catalog.h"
#include "core/text/synonyms.h"

namespace ventanilla::publish {

class SearchData {
public:
    // `synonyms` are the site's own, `pack` those of the product. All but the language must outlive this.
    SearchData(const std::string& language, const text::Synonyms& synonyms,
               const text::Synonyms& pack, const std::map<std::string, site::SiteVotes>& votes,
               const LinkTexts& link_texts)
        : language_(language), builder_(language), synonyms_(synonyms), pack_(pack), votes_(votes),
          link_texts_(link_texts) {}

    void add(const article::Article& article, const std::string& address);
    // `title` as results show it, which says that it is a guide.
    void add(const site::GuidePage& guide, const std::string& title, const std::string& address);

    // The index's shards, the root first: name and bytes.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> finish() &&;

private:
    // With what else it could be asked for by, and what readers and other entries say of it.
    void add(search::Entry entry);

    void add_own(search::Entry& entry) const;
    void add_pack(search::Entry& entry, const std::string& named) const;

    std::string language_;
    search::IndexBuilder builder_;
    const text::Synonyms& synonyms_;
    const text::Synonyms& pack_;
    const std::map<std::string, site::SiteVotes>& votes_;
    const LinkTexts& link_texts_;
};

}  // namespace ventanilla::publish
