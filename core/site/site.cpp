#include "core/site/site.h"

#include <algorithm>

namespace ventanilla::site {

const article::Article* Site::find_article(std::string_view language,
                                           std::string_view wanted) const {
    const auto in_language = std::ranges::find_if(
        articles, [language](const auto& entry) { return entry.first == language; });
    if (in_language == articles.end()) {
        return nullptr;
    }
    const auto found =
        std::ranges::lower_bound(in_language->second, wanted, {}, &article::Article::id);
    return found != in_language->second.end() && found->id == wanted ? &*found : nullptr;
}

const SiteGuide* Site::find_guide(std::string_view wanted) const {
    const auto found = std::ranges::find_if(
        guides, [wanted](const SiteGuide& one) { return one.guide.id == wanted; });
    return found == guides.end() ? nullptr : &*found;
}

const std::string& Site::email_of(const std::string& queue) const {
    const auto found = routing.queues.find(queue);
    return found == routing.queues.end() ? team_email : found->second;
}

}  // namespace ventanilla::site
