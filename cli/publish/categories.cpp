#include "cli/publish/categories.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/article/anchors.h"
#include "core/text/fold.h"

namespace ventanilla::publish {
namespace {

struct Group {
    std::string title;
    std::vector<site::Teaser> articles;
};

std::string title_of(std::string category) {
    if (!category.empty() && category.front() >= 'a' && category.front() <= 'z') {
        category.front() = static_cast<char>(category.front() - 'a' + 'A');
    }
    return category;
}

}  // namespace

void sort_into_categories(const site::Site& site, site::Catalog& catalog) {
    std::map<std::string, Group> groups;  // by folded title, so nearly alphabetical
    Group others;
    for (site::Teaser& teaser : std::exchange(catalog.articles, {})) {
        const article::Article* article = site.find_article(catalog.language, teaser.id);
        if (article == nullptr || article->category.empty()) {
            others.articles.push_back(std::move(teaser));
            continue;
        }
        Group& group = groups[text::fold(article->category)];
        group.title = title_of(article->category);
        group.articles.push_back(std::move(teaser));
    }
    const std::string id_of_others = catalog.messages.text("path.other");
    article::Anchors ids({id_of_others});
    const auto add = [&](std::string id, Group& group) {
        catalog.categories.push_back({.id = std::move(id),
                                      .title = std::move(group.title),
                                      .articles = static_cast<int>(group.articles.size())});
        std::ranges::move(group.articles, std::back_inserter(catalog.articles));
    };
    for (auto& [name, group] : groups) {
        add(ids.make(group.title), group);
    }
    if (!others.articles.empty()) {
        add(id_of_others, others);
    }
}

}  // namespace ventanilla::publish
