#include "cli/publish/links.h"

#include "core/site/address.h"

namespace ventanilla::publish {
namespace {

constexpr std::string_view kArticle = "article:";
constexpr std::string_view kGuide = "guide:";
constexpr std::string_view kContact = "contact:";
constexpr std::string_view kMedia = "media/";

}  // namespace

Links::Links(const site::Site& site, const std::string& language, const text::Messages& messages,
             const std::map<std::string, std::string>& media)
    : site_(site), language_(language), messages_(messages), media_(media) {}

std::string Links::resolved(const std::string& target) const {
    if (target.starts_with(kArticle)) {
        const article::Article* article =
            site_.find_article(language_, target.substr(kArticle.size()));
        return article == nullptr ? site::home_address(language_)
                                  : site::article_address(language_, messages_, article->slug);
    }
    if (target.starts_with(kGuide)) {
        const site::SiteGuide* guide = site_.find_guide(target.substr(kGuide.size()));
        return guide == nullptr || !guide->texts.contains(language_)
                   ? site::home_address(language_)
                   : site::guide_address(language_, messages_, guide->guide.id);
    }
    if (target == kContact) {
        return site::contact_address(language_, messages_);
    }
    if (target.starts_with(kMedia)) {
        const auto found = media_.find(target);
        return found == media_.end() ? std::string() : found->second;
    }
    return target;
}

article::Document Links::resolved(article::Document document) const {
    article::for_each_target(
        document, [this](article::Inline& piece) { piece.target = resolved(piece.target); });
    return document;
}

}  // namespace ventanilla::publish
