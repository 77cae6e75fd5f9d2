#include "tests/cli/crawler.h"

#include <algorithm>
#include <utility>

namespace ventanilla::test {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

bool leads_out(const std::string& link) {
    return link.starts_with("https://") || link.starts_with("http://") ||
           link.starts_with("mailto:") || link.starts_with("tel:");
}

bool has_id(const std::string& page, const std::string& id) {
    const std::vector<std::string> ids = attribute_values(page, "id");
    return std::ranges::find(ids, id) != ids.end();
}

}  // namespace

std::vector<std::string> attribute_values(const std::string& page, const std::string& name) {
    std::vector<std::string> values;
    const std::string opening = " " + name + "=\"";
    for (std::size_t at = page.find(opening); at != std::string::npos;
         at = page.find(opening, at)) {
        at += opening.size();
        std::string value = page.substr(at, page.find('"', at) - at);
        for (const auto& [entity, sign] :
             {std::pair("&lt;", "<"), {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
            value = replaced(std::move(value), entity, sign);
        }
        values.push_back(std::move(value));
    }
    return values;
}

std::set<std::string> pages(const http::StaticFiles& files) {
    std::set<std::string> paths;
    for (const auto& [path, file] : files) {
        if (file.content_type.starts_with("text/html")) {
            paths.insert(path);
        }
    }
    return paths;
}

std::vector<std::string> broken_links(const http::StaticFiles& files) {
    std::vector<std::string> broken;
    for (const std::string& path : pages(files)) {
        const std::string& page = files.at(path).bytes;
        for (const char* name :
             {"href", "src", "data-core", "data-catalog", "data-ventanilla-route"}) {
            for (const std::string& link : attribute_values(page, name)) {
                const std::size_t hash = link.find('#');
                const std::string target = link.substr(0, std::min(hash, link.find('?')));
                const auto found = target.empty() ? files.find(path) : files.find(target);
                if (leads_out(link)) {
                    continue;
                }
                if (found == files.end()) {
                    broken.push_back(path + " leads to " + link + ", which is not there");
                    continue;
                }
                // The panel's page takes a route as its fragment: the address of a page.
                const std::string place = hash == std::string::npos ? "" : link.substr(hash + 1);
                const bool is_there = place.starts_with('/') ? files.contains(place)
                                                             : has_id(found->second.bytes, place);
                if (!place.empty() && !is_there) {
                    broken.push_back(path + " leads to " + link +
                                     ", a place which that page lacks");
                }
            }
        }
    }
    return broken;
}

}  // namespace ventanilla::test
