#include "cli/publish/portal_pages.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "cli/publish/policy.h"
#include "cli/publish/rules.h"
#include "core/article/video.h"
#include "core/site/address.h"
#include "core/site/categories.h"
#include "widget/html/first_screens.h"
#include "widget/html/pages.h"
#include "widget/html/panel_page.h"

namespace ventanilla::publish {
namespace {

constexpr std::string_view kPage = ".html";

// The languages whose letters are all in the canvas's fonts (widget/canvas/fonts.cpp) and need no shaping. In every
// other one the canvas's page has the ordinary view.
constexpr auto kWrittenOnCanvas = std::to_array<std::string_view>(
    {"ca", "cs", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "gl",
     "hr", "hu", "id", "is", "it", "lt", "lv", "ms", "mt", "nb", "nl", "nn",
     "no", "oc", "pl", "pt", "ro", "sk", "sl", "sq", "sv", "sw", "tr"});

bool canvas_can_write(std::string_view language) {
    return std::ranges::find(kWrittenOnCanvas, language.substr(0, language.find('-'))) !=
           kWrittenOnCanvas.end();
}

Videos videos_of(const site::Site& site) {
    const bool has_one = std::ranges::any_of(
        site.media, [](const auto& file) { return article::is_video(file.first); });
    return has_one ? Videos::kSome : Videos::kNone;
}

class PageMaker {
public:
    PageMaker(const site::Site& site, const std::map<std::string, Edition>& editions,
              const Texts& texts, const PageAssets& assets, bool is_served, FileTable& files)
        : site_(site), editions_(editions), texts_(texts), assets_(assets), is_served_(is_served),
          videos_(videos_of(site)), files_(files) {
        for (const std::string& language : site.languages) {
            messages_[language] = texts.messages(language, {"app", "portal"});
        }
    }

    html::Portal add_language(const std::string& language) {
        const Edition& edition = editions_.at(language);
        const html::Portal portal = portal_of(language, edition);
        html::FirstScreens screens(edition.catalog);
        add_page(portal.home,
                 html::home_page(portal, translations(&site::home_address), screens.home()));
        add_categories(portal, edition, screens);
        add_articles(portal, edition, screens);
        add_guides(portal, edition);
        add_places(portal, screens);
        add_page(portal.contact,
                 html::contact_page(portal, translations([this](const std::string& other) {
                                        return site::contact_address(other, messages_.at(other));
                                    })));
        add_refusals(portal);
        add_panel(portal, edition);
        return portal;
    }

private:
    html::Portal portal_of(const std::string& language, const Edition& edition) const {
        const text::Messages& messages = messages_.at(language);
        return {.language = language,
                .name = edition.catalog.name,
                .messages = messages,
                .home = site::home_address(language),
                .contact = site::contact_address(language, messages),
                .search = site::search_address(language, messages, {}),
                .catalog = edition.catalog_address,
                .is_served = is_served_,
                .is_right_to_left = texts_.is_right_to_left(language),
                .take_over = take_over(language),
                .stylesheet = assets_.portal_style,
                .reading = assets_.reading,
                .icon = assets_.icon,
                .policy = policy(PolicyPlace::kPage),
                .header_policy = policy(PolicyPlace::kHeader),
                .channels = edition.catalog.channels,
                .time_zone = site_.time_zone};
    }

    html::TakeOver take_over(const std::string& language) const {
        html::TakeOver take_over = assets_.take_over;
        if (is_served_) {
            take_over.core = assets_.cores.at(language);
        }
        return take_over;
    }

    // `address_in` gives the page's address in a language, or nothing where it has no translation.
    html::Translations translations(
        const std::function<std::optional<std::string>(const std::string&)>& address_in) const {
        html::Translations translations;
        for (const std::string& language : site_.languages) {
            if (std::optional<std::string> address = address_in(language)) {
                translations.push_back({.language = language,
                                        .name = messages_.at(language).text("portal.language"),
                                        .address = std::move(*address)});
            }
        }
        return translations;
    }

    using FindTeaser = const site::Teaser* (Edition::*)(const std::string&) const;
    html::Translations translations_of(FindTeaser find, const std::string& id) const {
        return translations([&](const std::string& language) {
            const site::Teaser* teaser = (editions_.at(language).*find)(id);
            return teaser == nullptr ? std::nullopt : std::optional(teaser->address);
        });
    }

    html::Translations translations_of(const Edition& edition,
                                       const site::Category& category) const {
        return translations([&](const std::string& language) -> std::optional<std::string> {
            const site::Catalog& other = editions_.at(language).catalog;
            const site::Category* found = site::translated(edition.catalog, category, other);
            return found == nullptr ? std::nullopt
                                    : std::optional(site::category_address(
                                          language, messages_.at(language), found->id));
        });
    }

    std::string policy(PolicyPlace place) const {
        return is_served_ ? served_policy(place, videos_, site_.embed_origins)
                          : portal_policy(place, videos_, site_.embed_origins);
    }

    void add_categories(const html::Portal& portal, const Edition& edition,
                        html::FirstScreens& screens) {
        for (const site::Category& category : edition.catalog.categories) {
            const html::Translations translations = translations_of(edition, category);
            for (const html::PlaceContent& part : screens.category(category)) {
                add_page(part.address, html::place_page(portal, translations, part));
            }
        }
    }

    void add_articles(const html::Portal& portal, const Edition& edition,
                      html::FirstScreens& screens) {
        for (const site::Category& category : edition.catalog.categories) {
            for (const site::Teaser& teaser : site::articles_in(edition.catalog, category)) {
                const site::ArticlePage& article = edition.articles.at(teaser.id);
                add_page(teaser.address,
                         html::article_page(portal,
                                            translations_of(&Edition::find_article, teaser.id),
                                            {.screen = screens.article(article),
                                             .summary = article.summary,
                                             .address = teaser.address,
                                             .category = category.title,
                                             .category_address = site::category_address(
                                                 portal.language, portal.messages, category.id)}));
            }
        }
    }

    void add_guides(const html::Portal& portal, const Edition& edition) {
        for (const site::Teaser& teaser : edition.catalog.guides) {
            add_page(teaser.address,
                     html::guide_page(
                         portal, translations_of(&Edition::find_guide, teaser.id),
                         {.guide = edition.guides.at(teaser.id), .address = teaser.address}));
        }
    }

    void add_places(const html::Portal& portal, html::FirstScreens& screens) {
        for (const html::PlaceContent& place : screens.places()) {
            add_page(place.address,
                     html::place_page(portal, translations([&](const std::string& language) {
                                          return site::page_address(
                                              language, messages_.at(language), place.path);
                                      }),
                                      place));
        }
    }

    void add_refusals(const html::Portal& portal) {
        for (const html::Refusal& refusal : html::kRefusals) {
            if (is_served_ || refusal.status == 404) {
                add_page(portal.home + std::to_string(refusal.status) + ".html",
                         html::refusal_page(portal, translations(&site::home_address), refusal));
            }
        }
    }

    void add_panel(html::Portal portal, const Edition& edition) {
        portal.policy = panel_policy(PolicyPlace::kPage, videos_, site_.embed_origins);
        const std::string policy = panel_policy(PolicyPlace::kHeader, videos_, site_.embed_origins);
        const std::string address = "/widget/" + portal.language + "/";
        html::PanelFiles panel = {.stylesheet = assets_.panel_style,
                                  .script = assets_.panel_script,
                                  .idle_script = assets_.idle_script,
                                  .core = assets_.cores.at(portal.language),
                                  .catalog = edition.catalog_address,
                                  .accent = assets_.accent,
                                  .rules = panel_rules(site_, edition.catalog)};
        files_.add(address, html::panel_page(portal, panel), kPage, policy);
        if (canvas_can_write(portal.language) && !portal.is_right_to_left) {
            panel.canvas_script = assets_.canvas_script;
            panel.canvas_core = assets_.canvas_core;
            panel.canvas_fonts = assets_.canvas_fonts;
        }
        files_.add(address + "canvas/", html::panel_page(portal, panel), kPage, policy);
    }

    void add_page(const std::string& address, std::string page) {
        // The default language's pages also answer where no language is named.
        if (address == site::home_address(site_.languages.front())) {
            files_.add("/", page, kPage, policy(PolicyPlace::kHeader));
        } else if (address == site::home_address(site_.languages.front()) + "404.html") {
            files_.add("/404.html", page, kPage, policy(PolicyPlace::kHeader));
        }
        files_.add(address, std::move(page), kPage, policy(PolicyPlace::kHeader));
    }

    const site::Site& site_;
    const std::map<std::string, Edition>& editions_;
    const Texts& texts_;
    const PageAssets& assets_;
    bool is_served_;
    Videos videos_;
    FileTable& files_;
    std::map<std::string, text::Messages> messages_;
};

}  // namespace

std::vector<html::Portal> add_pages(const site::Site& site,
                                    const std::map<std::string, Edition>& editions,
                                    const Texts& texts, const PageAssets& assets, bool is_served,
                                    FileTable& files) {
    PageMaker maker(site, editions, texts, assets, is_served, files);
    std::vector<html::Portal> portals;
    for (const std::string& language : site.languages) {
        portals.push_back(maker.add_language(language));
    }
    return portals;
}

}  // namespace ventanilla::publish
