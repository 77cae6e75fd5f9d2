#include "core/site/categories.h"

#include <algorithm>

namespace ventanilla::site {

std::span<const Teaser> articles_in(const Catalog& catalog, const Category& category) {
    std::size_t first = 0;
    for (const Category& other : catalog.categories) {
        if (&other == &category) {
            break;
        }
        first += static_cast<std::size_t>(other.articles);
    }
    return std::span(catalog.articles).subspan(first, static_cast<std::size_t>(category.articles));
}

const Category* find_category(const Catalog& catalog, std::string_view id) {
    const auto found = std::ranges::find(catalog.categories, id, &Category::id);
    return found == catalog.categories.end() ? nullptr : &*found;
}

const Category* category_of(const Catalog& catalog, std::string_view article) {
    const auto found = std::ranges::find_if(catalog.categories, [&](const Category& category) {
        const auto articles = articles_in(catalog, category);
        const auto place = std::ranges::lower_bound(articles, article, {}, &Teaser::id);
        return place != articles.end() && place->id == article;
    });
    return found == catalog.categories.end() ? nullptr : &*found;
}

const Category* translated(const Catalog& catalog, const Category& category, const Catalog& other) {
    for (const Teaser& article : articles_in(catalog, category)) {
        if (const Category* found = category_of(other, article.id)) {
            return found;
        }
    }
    return nullptr;
}

}  // namespace ventanilla::site
