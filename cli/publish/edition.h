// cli/publish/edition.h
//
// A site in one of its languages: what the panel fetches of it, stored in the table, and the same values for the
// pages that are made next.
#pragma once

#include <map>
#include <string>

#include "cli/publish/file_table.h"
#include "cli/publish/synonym_packs.h"
#include "cli/publish/texts.h"
#include "core/site/catalog.h"
#include "core/site/site.h"

namespace ventanilla::publish {

using Addresses = std::map<std::string, std::string>;  // by file name or id

struct Edition {
    site::Catalog catalog;
    std::string catalog_address;
    std::map<std::string, site::ArticlePage> articles;  // by id, links resolved
    std::map<std::string, site::GuidePage> guides;

    [[nodiscard]] const site::Teaser* find_article(const std::string& id) const;
    [[nodiscard]] const site::Teaser* find_guide(const std::string& id) const;
};

// `media`: the address of each picture, by its path in the site. `annex`: of the rest of the core.
Edition make_edition(const site::Site& site, const std::string& language, const Texts& texts,
                     const SynonymPacks& packs, const Addresses& media, std::string annex,
                     FileTable& files);

}  // namespace ventanilla::publish
