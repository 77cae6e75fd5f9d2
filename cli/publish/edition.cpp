#include "cli/publish/edition.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/publish/categories.h"
#include "cli/publish/link_texts.h"
#include "cli/publish/links.h"
#include "cli/publish/opening_hours.h"
#include "cli/publish/search_data.h"
#include "core/base/json.h"
#include "core/site/address.h"

namespace ventanilla::publish {
namespace {

const site::Teaser* find_teaser(const std::vector<site::Teaser>& teasers, const std::string& id) {
    const auto found = std::ranges::find(teasers, id, &site::Teaser::id);
    return found == teasers.end() ? nullptr : &*found;
}

// The form with what a callback fills in, as a form without JavaScript would send it.
std::string callback_address(const site::Channel& channel, const std::string& form) {
    std::string address = form;
    for (const auto& [id, value] : channel.fields) {
        address += address.size() == form.size() ? "?field." : "&field.";
        address += id + "=" + site::percent_encode(value);
    }
    return address;
}

std::string channel_address(const site::Channel& channel, const std::string& form) {
    switch (channel.kind) {
    case site::ChannelKind::kTelephone:
        return "tel:" + channel.address;
    case site::ChannelKind::kEmail:
        return "mailto:" + channel.address;
    case site::ChannelKind::kCallback:
        return callback_address(channel, form);
    case site::ChannelKind::kLink:
        break;
    }
    return channel.address;
}

// A site without channels still has its team's mailbox: nobody is left without a way to a person.
std::vector<site::CatalogChannel> channels_of(const site::Site& site, const std::string& language,
                                              const Texts& texts) {
    const text::Messages messages = texts.messages(language, {"app", "portal"});
    const std::string form = site::contact_address(language, messages);
    std::vector<site::CatalogChannel> channels;
    channels.reserve(site.channels.size());
    for (const site::Channel& channel : site.channels) {
        channels.push_back({.kind = channel.kind,
                            .label = std::string(ticket::in_language(channel.label, language)),
                            .hours = std::string(ticket::in_language(channel.hours, language)),
                            .address = channel_address(channel, form)});
        if (const auto hours = site.hours.find(channel.open); hours != site.hours.end()) {
            channels.back().open = timetable_of(hours->second, language, messages);
        }
    }
    if (channels.empty()) {
        channels.push_back(
            {.kind = site::ChannelKind::kEmail,
             .label = messages.fill("portal.channel.email", {{"address", site.team_email}}),
             .hours = {},
             .address = "mailto:" + site.team_email});
    }
    return channels;
}

std::optional<site::CatalogNotice> notice_of(const site::Site& site, const std::string& language) {
    if (!site.notice) {
        return std::nullopt;
    }
    const site::Notice& notice = *site.notice;
    return site::CatalogNotice{.text = std::string(ticket::in_language(notice.text, language)),
                               .is_warning = notice.is_warning,
                               .article = notice.article,
                               .from = notice.from.value_or(0),
                               .until = notice.until.value_or(site::CatalogNotice::kForever)};
}

// Only ids that this language has: a translation that is missing is not linked to.
std::vector<std::string> known_articles(const site::Site& site, const std::string& language,
                                        const std::vector<std::string>& ids) {
    std::vector<std::string> known;
    std::ranges::copy_if(ids, std::back_inserter(known), [&](const std::string& id) {
        return site.find_article(language, id) != nullptr;
    });
    return known;
}

const text::Synonyms& synonyms_of(const site::Site& site, const std::string& language) {
    static const text::Synonyms kNone;
    const auto found = site.synonyms.find(language);
    return found == site.synonyms.end() ? kNone : found->second;
}

// What the site's own list says about a word, the pack does not repeat or contradict.
text::Synonyms pack_for(const site::Site& site, const std::string& language,
                        const SynonymPacks& packs) {
    return site.regional_synonyms ? packs.in_language(language).without(synonyms_of(site, language))
                                  : text::Synonyms();
}

class EditionMaker {
public:
    EditionMaker(const site::Site& site, const std::string& language, const Texts& texts,
                 const SynonymPacks& packs, const Addresses& media, std::string annex,
                 FileTable& files)
        : site_(site), language_(language), texts_(texts),
          messages_(texts.messages(language, {"app", "field", "place"})),
          links_(site, language, messages_, media), folder_("/data/" + language + "/"),
          annex_(std::move(annex)), files_(files), pack_(pack_for(site, language, packs)),
          link_texts_(site, language),
          search_(language, synonyms_of(site, language), pack_, site.votes, link_texts_) {}

    Edition make() {
        site::Catalog& catalog = edition_.catalog;
        catalog.site = site_.id;
        catalog.name = std::string(ticket::in_language(site_.name, language_));
        catalog.language = language_;
        catalog.accent = site_.accent;
        catalog.messages = messages_;
        catalog.channels = channels_of(site_, language_, texts_);
        catalog.notice = notice_of(site_, language_);
        catalog.translations =
            translations([](const std::string& language, const text::Messages& /*messages*/) {
                return std::optional(site::home_address(language));
            });
        catalog.popular = known_articles(site_, language_, site_.popular);
        catalog.form = site_.form;
        add_articles();
        sort_into_categories(site_, catalog);
        add_guides();
        // The index's first file tells it from every other one.
        auto index = std::move(search_).finish();
        const std::string identity = index.empty() ? std::string() : index.front().second;
        catalog.index = files_.add_immutable_folder(folder_ + "index", identity, std::move(index));
        edition_.catalog_address = add_catalog();
        return std::move(edition_);
    }

private:
    // What only places say is not in it, but in a file of its own, as what is not needed to begin with.
    std::string add_catalog() {
        site::Catalog catalog = edition_.catalog;
        catalog.messages = texts_.messages(language_, {"app", "field"});
        catalog.annex = annex_;
        catalog.texts = files_.add_immutable(
            folder_ + "texts", "json", base::write_json(texts_.in_language("place", language_)));
        return files_.add_immutable(folder_ + "catalog", "json",
                                    base::write_json(to_json(catalog)));
    }

    // In each other language that has one: `address_in(language, messages)` is an optional address.
    template <typename AddressIn>
    std::vector<site::Translation> translations(const AddressIn& address_in) const {
        std::vector<site::Translation> translations;
        for (const std::string& language : site_.languages) {
            const text::Messages messages = texts_.messages(language, {"app", "portal"});
            std::optional<std::string> address;
            if (language != language_ && (address = address_in(language, messages))) {
                translations.push_back(
                    {.name = messages.text("portal.language"), .address = std::move(*address)});
            }
        }
        return translations;
    }

    std::vector<site::Translation> translations_of(const article::Article& article) const {
        return translations([&](const std::string& language, const text::Messages& messages) {
            const article::Article* other = site_.find_article(language, article.id);
            return other == nullptr
                       ? std::nullopt
                       : std::optional(site::article_address(language, messages, other->slug));
        });
    }

    void add_articles() {
        const auto found = site_.articles.find(language_);
        if (found == site_.articles.end()) {
            return;
        }
        for (const article::Article& article : found->second) {
            site::ArticlePage page{.id = article.id,
                                   .title = article.title,
                                   .summary = article.summary,
                                   .updated = article.updated,
                                   .body = links_.resolved(article.body),
                                   .related = known_articles(site_, language_, article.related),
                                   .translations = translations_of(article)};
            site::Teaser teaser{
                .id = article.id,
                .address = site::article_address(language_, messages_, article.slug),
                .title = article.title,
                .summary = article.summary,
                .file = files_.add_immutable(folder_ + "articles/" + article.slug, "json",
                                             base::write_json(to_json(page)))};
            search_.add(article, teaser.address);
            edition_.catalog.articles.push_back(std::move(teaser));
            edition_.articles.emplace(article.id, std::move(page));
        }
    }

    void add_guides() {
        for (const site::SiteGuide& guide : site_.guides) {
            const auto text = guide.texts.find(language_);
            if (text == guide.texts.end()) {
                continue;
            }
            site::GuidePage page{.guide = guide.guide, .text = text->second};
            for (auto& [id, step] : page.text.steps) {
                step.body = links_.resolved(std::move(step.body));
            }
            const std::string& id = guide.guide.id;
            site::Teaser teaser{.id = id,
                                .address = site::guide_address(language_, messages_, id),
                                .title = page.text.title,
                                .summary = page.text.summary,
                                .file = files_.add_immutable(folder_ + "guides/" + id, "json",
                                                             base::write_json(to_json(page)))};
            search_.add(page, messages_.fill("search.guide", {{"title", text->second.title}}),
                        teaser.address);
            edition_.catalog.guides.push_back(std::move(teaser));
            edition_.guides.emplace(id, std::move(page));
        }
    }

    const site::Site& site_;
    const std::string& language_;
    const Texts& texts_;
    text::Messages messages_;
    Links links_;
    std::string folder_;
    std::string annex_;
    FileTable& files_;
    text::Synonyms pack_;
    LinkTexts link_texts_;
    SearchData search_;
    Edition edition_;
};

}  // namespace

const site::Teaser* Edition::find_article(const std::string& id) const {
    return find_teaser(catalog.articles, id);
}

const site::Teaser* Edition::find_guide(const std::string& id) const {
    return find_teaser(catalog.guides, id);
}

Edition make_edition(const site::Site& site, const std::string& language, const Texts& texts,
                     const SynonymPacks& packs, const Addresses& media, std::string annex,
                     FileTable& files) {
    return EditionMaker(site, language, texts, packs, media, std::move(annex), files).make();
}

}  // namespace ventanilla::publish
