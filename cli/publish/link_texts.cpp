#include "cli/publish/link_texts.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "core/text/fold.h"

namespace ventanilla::publish {

LinkTexts::LinkTexts(const site::Site& site, const std::string& language) {
    if (const auto found = site.articles.find(language); found != site.articles.end()) {
        for (const article::Article& article : found->second) {
            add("article:" + article.id, article::links_of(article.body));
        }
    }
    for (const site::SiteGuide& guide : site.guides) {
        const auto text = guide.texts.find(language);
        if (text == guide.texts.end()) {
            continue;
        }
        std::vector<article::Link> links;
        for (const auto& [id, step] : text->second.steps) {
            std::ranges::move(article::links_of(step.body), std::back_inserter(links));
        }
        add("guide:" + guide.guide.id, links);
    }
}

std::vector<std::string> LinkTexts::leading_to(const std::string& target) const {
    const auto found = texts_.find(target);
    return found == texts_.end() ? std::vector<std::string>() : found->second;
}

void LinkTexts::add(const std::string& source, const std::vector<article::Link>& links) {
    std::set<std::pair<std::string, std::string>> known;
    for (const article::Link& link : links) {
        if (link.target != source && known.emplace(link.target, text::fold(link.text)).second) {
            texts_[link.target].push_back(link.text);
        }
    }
}

}  // namespace ventanilla::publish
