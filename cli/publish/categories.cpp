#include "cli/publish/categories.h"

#include <map>
#include <string>
#include <utility>

#include "core/text/fold.h"

namespace ventanilla::publish {
namespace {

// "Conexión y wifi" -> "category-conexion-y-wifi"
std::string anchor_of(const std::string& category) {
    std::string anchor = "category-";
    for (const char c : text::fold(category)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                           static_cast<unsigned char>(c) >= 0x80;
        anchor += plain ? c : '-';
    }
    return anchor;
}

std::string title_of(std::string category) {
    if (!category.empty() && category.front() >= 'a' && category.front() <= 'z') {
        category.front() = static_cast<char>(category.front() - 'a' + 'A');
    }
    return category;
}

}  // namespace

std::vector<html::Category> categories_of(const site::Site& site, const Edition& edition,
                                          const text::Messages& messages) {
    std::map<std::string, html::Category> by_anchor;  // folded, so nearly alphabetical
    html::Category others{
        .anchor = "other", .title = messages.text("portal.articles.other"), .articles = {}};
    for (const site::Teaser& teaser : edition.catalog.articles) {
        const article::Article* article = site.find_article(edition.catalog.language, teaser.id);
        if (article == nullptr || article->category.empty()) {
            others.articles.push_back(teaser);
            continue;
        }
        const std::string anchor = anchor_of(article->category);
        html::Category& category = by_anchor[anchor];
        category.anchor = anchor;
        category.title = title_of(article->category);
        category.articles.push_back(teaser);
    }
    std::vector<html::Category> categories;
    categories.reserve(by_anchor.size() + 1);
    for (auto& [anchor, category] : by_anchor) {
        categories.push_back(std::move(category));
    }
    if (!others.articles.empty()) {
        categories.push_back(std::move(others));
    }
    return categories;
}

}  // namespace ventanilla::publish
