#include "core/site/references.h"

#include <string_view>

#include "core/article/video.h"
#include "core/base/problem.h"
#include "core/text/fallbacks.h"

namespace ventanilla::site {

std::optional<std::string> find_captions(const std::set<std::string, std::less<>>& media,
                                         std::string_view video, std::string_view language) {
    for (const std::string& tag : text::fallbacks(language)) {
        if (std::string path = article::captions_of(video, tag); media.contains(path)) {
            return path;
        }
    }
    return std::nullopt;
}

base::Problems check_references(const std::vector<SiteReference>& references,
                                const Existing& existing) {
    constexpr std::string_view kArticle = "article:";
    constexpr std::string_view kGuide = "guide:";
    base::Problems problems;
    for (const SiteReference& reference : references) {
        const std::string_view target = reference.target;
        if (target.starts_with(kArticle)) {
            const std::string_view id = target.substr(kArticle.size());
            if (!existing.articles.contains(id)) {
                problems.push_back({reference.place, "article-missing",
                                    "There is no article with the id " + base::in_quotes(id) +
                                        "; correct the id or write the article."});
            }
        } else if (target.starts_with(kGuide)) {
            const std::string_view id = target.substr(kGuide.size());
            if (!existing.guides.contains(id)) {
                problems.push_back({reference.place, "guide-missing",
                                    "There is no guide with the id " + base::in_quotes(id) +
                                        "; correct the id or write guides/" + std::string(id) +
                                        ".json."});
            }
        } else if (!existing.media.contains(target)) {
            problems.push_back({reference.place, "media-missing",
                                "There is no file " + base::in_quotes(target) +
                                    "; correct the name or add the file."});
        }
    }
    return problems;
}

}  // namespace ventanilla::site
