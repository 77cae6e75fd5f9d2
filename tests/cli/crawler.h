// tests/cli/crawler.h
//
// Follows every link of every published page, as a visitor's browser would find them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "server/http/static_files.h"

namespace ventanilla::test {

// Values of an attribute of a page, in order; entities undone.
std::vector<std::string> attribute_values(const std::string& page, const std::string& name);

// One sentence for each link, picture, script or data file that leads nowhere in the table.
std::vector<std::string> broken_links(const http::StaticFiles& files);

// Paths of all pages.
std::set<std::string> pages(const http::StaticFiles& files);

}  // namespace ventanilla::test
