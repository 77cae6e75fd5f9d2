// cli/publish/portal_pages.h
//
// Writes the pages of every language into the table: the portal and the panel.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/publish/edition.h"
#include "cli/publish/file_table.h"
#include "cli/publish/texts.h"
#include "core/site/site.h"
#include "widget/html/portal.h"

namespace ventanilla::publish {

// Addresses of what the pages load.
struct PageAssets {
    std::string icon;
    std::string portal_style;
    html::Reading reading;
    std::string panel_style;
    std::string panel_script;
    std::string idle_script;
    std::map<std::string, std::string> cores;  // by language of the site
    html::TakeOver take_over;                  // without a core; empty for a static host
    std::string canvas_script;
    std::string canvas_core;
    std::vector<std::string> canvas_fonts;
    std::string accent;
};

// `editions`: by language, one for each of the site's. `is_served`: by our server. Returns what the pages of each
// language have in common.
std::vector<html::Portal> add_pages(const site::Site& site,
                                    const std::map<std::string, Edition>& editions,
                                    const Texts& texts, const PageAssets& assets, bool is_served,
                                    FileTable& files);

}  // namespace ventanilla::publish
