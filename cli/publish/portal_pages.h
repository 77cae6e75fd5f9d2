// cli/publish/portal_pages.h
//
// Writes the pages of every language into the table: the portal and the panel.
#pragma once

#include <map>
#include <string>

#include "cli/publish/edition.h"
#include "cli/publish/file_table.h"
#include "cli/publish/texts.h"
#include "core/site/site.h"

namespace ventanilla::publish {

// Addresses of what the pages load.
struct PageAssets {
    std::string icon;
    std::string portal_style;
    std::string panel_style;
    std::string panel_script;
    std::string core;
    std::string accent;
};

// `editions`: by language, one for each of the site's.
void add_pages(const site::Site& site, const std::map<std::string, Edition>& editions,
               const Texts& texts, const PageAssets& assets, FileTable& files);

}  // namespace ventanilla::publish
