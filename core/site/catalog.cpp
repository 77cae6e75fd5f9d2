#include "core/site/catalog.h"

#include <span>
#include <utility>

#include "core/base/identifier.h"
#include "core/base/json.h"
#include "core/site/formats.h"
#include "core/site/names.h"

namespace ventanilla::site {
namespace {

using base::Json;

Json to_json(const std::vector<Teaser>& teasers) {
    Json json = Json::array();
    for (const Teaser& teaser : teasers) {
        json.push_back({{"id", teaser.id},
                        {"address", teaser.address},
                        {"title", teaser.title},
                        {"summary", teaser.summary},
                        {"file", teaser.file}});
    }
    return json;
}

Json to_json(const std::vector<Category>& categories) {
    Json json = Json::array();
    for (const Category& category : categories) {
        json.push_back(
            {{"id", category.id}, {"title", category.title}, {"articles", category.articles}});
    }
    return json;
}

Json to_json(const std::vector<Translation>& translations) {
    Json json = Json::array();
    for (const Translation& translation : translations) {
        json.push_back({{"name", translation.name}, {"address", translation.address}});
    }
    return json;
}

Json to_json(const std::vector<Minutes>& times) {
    Json json = Json::array();
    for (const Minutes time : times) {
        json.push_back(time);
    }
    return json;
}

Json to_json(const Timetable& timetable) {
    return {{"week", to_json(timetable.week)},
            {"around", to_json(timetable.around)},
            {"texts", Json::texts(timetable.texts)}};
}

Json to_json(const CatalogNotice& notice) {
    return {{"text", notice.text},
            {"warning", notice.is_warning},
            {"article", notice.article},
            {"from", notice.from},
            {"until", notice.until}};
}

Json to_json(const GuideText& text) {
    Json steps = Json::object();
    for (const auto& [id, words] : text.steps) {
        Json choices = Json::object();
        for (const auto& [choice, label] : words.choices) {
            choices[choice] = label;
        }
        steps[id] = {{"title", words.title},
                     {"body", article::to_json(words.body)},
                     {"choices", std::move(choices)}};
    }
    return {{"title", text.title}, {"summary", text.summary}, {"steps", std::move(steps)}};
}

// On the same origin.
bool is_path(std::string_view text) {
    return text.starts_with('/') && !text.starts_with("//");
}

// Reads members that must be there; the first one that is wrong is remembered and all that follows does not matter.
class MemberReader {
public:
    explicit MemberReader(const Json& json) : json_(json) {}

    [[nodiscard]] const std::string& fault() const { return fault_; }
    [[nodiscard]] bool failed() const { return !fault_.empty(); }

    void fail(std::string why) {
        if (fault_.empty()) {
            fault_ = std::move(why);
        }
    }

    std::string text(const Json& object, std::string_view key) {
        const Json* found = object.find(key);
        if (found == nullptr || !found->is_text()) {
            fail("\"" + std::string(key) + "\" should be a text");
            return {};
        }
        return found->text();
    }
    std::string text(std::string_view key) { return text(json_, key); }

    std::string identifier(const Json& object, std::string_view key) {
        std::string id = text(object, key);
        if (!base::is_identifier(id)) {
            fail("\"" + std::string(key) + "\" should be an id");
        }
        return id;
    }

    // A path on the same origin.
    std::string path(const Json& object, std::string_view key) {
        return checked_path(text(object, key));
    }

    std::span<const Json> list(std::string_view key) {
        const Json* found = json_.find(key);
        if (found == nullptr || !found->is_array()) {
            fail("\"" + std::string(key) + "\" should be a list");
        }
        return base::array_at(json_, key);
    }

    const Json& object(const Json& parent, std::string_view key) {
        const Json* found = parent.find(key);
        if (found == nullptr || !found->is_object()) {
            fail("\"" + std::string(key) + "\" should be an object");
        }
        return base::object_at(parent, key);
    }
    const Json& object(std::string_view key) { return object(json_, key); }

    std::vector<std::string> identifiers(std::string_view key) {
        std::vector<std::string> ids;
        for (const Json& one : list(key)) {
            if (!one.is_text() || !base::is_identifier(one.text())) {
                fail("\"" + std::string(key) + "\" should hold ids");
                break;
            }
            ids.push_back(one.text());
        }
        return ids;
    }

    // Empty where there is none.
    std::string optional_path(std::string_view key) {
        std::string found = text(key);
        return found.empty() ? found : checked_path(std::move(found));
    }

    std::vector<Teaser> teasers(std::string_view key) {
        std::vector<Teaser> teasers;
        for (const Json& one : list(key)) {
            teasers.push_back({.id = identifier(one, "id"),
                               .address = path(one, "address"),
                               .title = text(one, "title"),
                               .summary = text(one, "summary"),
                               .file = path(one, "file")});
        }
        return teasers;
    }

    std::vector<Translation> translations() {
        std::vector<Translation> translations;
        for (const Json& one : list("translations")) {
            translations.push_back({.name = text(one, "name"), .address = path(one, "address")});
        }
        return translations;
    }

    article::Document document(const Json& object, std::string_view key) {
        const Json* found = object.find(key);
        auto document = article::document_from_json(found != nullptr ? *found : Json());
        if (!document) {
            fail("\"" + std::string(key) + "\": " + document.error());
            return {};
        }
        return std::move(*document);
    }

private:
    std::string checked_path(std::string path) {
        if (!is_path(path)) {
            fail("an address should be a path such as \"/es/\"");
        }
        return path;
    }

    const Json& json_;
    std::string fault_;
};

constexpr std::size_t kMaxCategoryId = 100;

// Each article belongs to one, and none to more.
std::vector<Category> read_categories(MemberReader& reader, std::size_t articles) {
    std::vector<Category> categories;
    for (const Json& one : reader.list("categories")) {
        const auto count = base::integer_at(one, "articles");
        if (count < 1 || static_cast<std::uint64_t>(count) > articles) {
            reader.fail("categories should hold all articles");
            return {};
        }
        articles -= static_cast<std::size_t>(count);
        categories.push_back({.id = reader.text(one, "id"),
                              .title = reader.text(one, "title"),
                              .articles = static_cast<int>(count)});
        if (!base::is_identifier(categories.back().id, kMaxCategoryId)) {
            reader.fail("a category's id should stand in an address");
        }
    }
    if (articles > 0) {
        reader.fail("categories should hold all articles");
    }
    return categories;
}

std::vector<Minutes> read_minutes(const Json& json, std::string_view key) {
    std::vector<Minutes> minutes;
    for (const Json& one : base::array_at(json, key)) {
        minutes.push_back(one.integer());
    }
    return minutes;
}

Timetable read_timetable(const Json& json) {
    Timetable timetable{
        .week = read_minutes(json, "week"), .around = read_minutes(json, "around"), .texts = {}};
    for (const Json& text : base::array_at(json, "texts")) {
        timetable.texts.push_back(text.text());
    }
    return timetable;
}

std::optional<CatalogNotice> read_notice(MemberReader& reader, const Json& json) {
    const Json* found = json.find("notice");
    if (found == nullptr) {
        return std::nullopt;
    }
    return CatalogNotice{.text = reader.text(*found, "text"),
                         .is_warning = base::boolean_at(*found, "warning"),
                         .article = reader.text(*found, "article"),
                         .from = base::integer_at(*found, "from"),
                         .until = base::integer_at(*found, "until", CatalogNotice::kForever)};
}

std::vector<CatalogChannel> read_channels(MemberReader& reader) {
    std::vector<CatalogChannel> channels;
    for (const Json& one : reader.list("channels")) {
        const auto kind = base::value_in(kChannelNames, reader.text(one, "kind"));
        CatalogChannel channel{.kind = kind.value_or(ChannelKind::kLink),
                               .label = reader.text(one, "label"),
                               .hours = reader.text(one, "hours"),
                               .address = reader.text(one, "address")};
        const bool safe = channel.address.starts_with("tel:") ||
                          channel.address.starts_with("mailto:") ||
                          is_https_address(channel.address) ||
                          (kind == ChannelKind::kCallback && is_path(channel.address));
        if (const Json* open = one.find("open")) {
            channel.open = read_timetable(*open);
        }
        if (!kind || !safe) {
            reader.fail("a channel has a kind and a tel:, mailto: or https: address");
        }
        channels.push_back(std::move(channel));
    }
    return channels;
}

text::Messages read_messages(MemberReader& reader) {
    const Json& messages = reader.object("messages");
    for (const auto& [key, message] : messages.members()) {
        if (!message.is_text()) {
            reader.fail("\"messages\" should hold texts");
        }
    }
    return text::Messages(messages);
}

GuideText read_guide_text(MemberReader& reader, const Json& json) {
    GuideText text;
    text.title = reader.text(json, "title");
    text.summary = reader.text(json, "summary");
    for (const auto& [id, step] : reader.object(json, "steps").members()) {
        StepText& words = text.steps[id];
        words.title = reader.text(step, "title");
        words.body = reader.document(step, "body");
        const Json& choices = reader.object(step, "choices");
        for (const auto& [choice, label] : choices.members()) {
            words.choices[choice] = reader.text(choices, choice);
        }
    }
    return text;
}

// Every step and choice that a customer can come to has its words.
bool is_complete(const GuidePage& page) {
    for (const guide::Step& step : page.guide.steps) {
        const auto words = page.text.steps.find(step.id);
        if (words == page.text.steps.end()) {
            return false;
        }
        for (const guide::Choice& choice : step.choices) {
            if (!words->second.choices.contains(choice.id)) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace

Json to_json(const Catalog& catalog) {
    Json channels = Json::array();
    for (const CatalogChannel& channel : catalog.channels) {
        Json& json = channels.push_back({{"kind", base::name_in(kChannelNames, channel.kind)},
                                         {"label", channel.label},
                                         {"hours", channel.hours},
                                         {"address", channel.address}});
        if (channel.open) {
            json["open"] = to_json(*channel.open);
        }
    }
    Json messages = Json::object();
    for (const auto& [key, text] : catalog.messages.entries()) {
        messages[key] = text;
    }
    Json json = {{"site", catalog.site},
                 {"name", catalog.name},
                 {"language", catalog.language},
                 {"accent", catalog.accent},
                 {"messages", std::move(messages)},
                 {"texts", catalog.texts},
                 {"annex", catalog.annex},
                 {"channels", std::move(channels)},
                 {"translations", to_json(catalog.translations)},
                 {"popular", Json::texts(catalog.popular)},
                 {"categories", to_json(catalog.categories)},
                 {"articles", to_json(catalog.articles)},
                 {"guides", to_json(catalog.guides)},
                 {"form", ticket::to_json(catalog.form, catalog.language)},
                 {"index", catalog.index}};
    if (catalog.notice) {
        json["notice"] = to_json(*catalog.notice);
    }
    return json;
}

std::expected<Catalog, std::string> catalog_without_form(const Json& json) {
    MemberReader reader(json);
    Catalog catalog;
    catalog.site = reader.text("site");
    catalog.name = reader.text("name");
    catalog.language = reader.text("language");
    catalog.accent = reader.text("accent");
    catalog.messages = read_messages(reader);
    catalog.texts = reader.optional_path("texts");
    catalog.annex = reader.optional_path("annex");
    catalog.channels = read_channels(reader);
    catalog.notice = read_notice(reader, json);
    catalog.translations = reader.translations();
    catalog.popular = reader.identifiers("popular");
    catalog.articles = reader.teasers("articles");
    catalog.categories = read_categories(reader, catalog.articles.size());
    catalog.guides = reader.teasers("guides");
    catalog.index = reader.optional_path("index");
    if (!is_language_tag(catalog.language)) {
        reader.fail("\"language\" should be a language tag");
    }
    if (!catalog.accent.empty() && !is_colour(catalog.accent)) {
        reader.fail("\"accent\" should be a colour");
    }
    if (reader.failed()) {
        return std::unexpected(reader.fault());
    }
    return catalog;
}

std::expected<ticket::Form, std::string> form_of_catalog(const Json& form,
                                                         const std::string& language) {
    auto read = ticket::read_form(form, {language});
    if (!read) {
        const ticket::FormFinding& first = read.error().front();
        return std::unexpected("\"form\"" + first.pointer + ": " + first.message);
    }
    return std::move(*read);
}

std::expected<Catalog, std::string> catalog_from_json(const Json& json) {
    auto catalog = catalog_without_form(json);
    if (catalog) {
        auto form = form_of_catalog(base::object_at(json, "form"), catalog->language);
        if (!form) {
            return std::unexpected(std::move(form.error()));
        }
        catalog->form = std::move(*form);
    }
    return catalog;
}

Json to_json(const ArticlePage& page) {
    return {{"id", page.id},
            {"title", page.title},
            {"summary", page.summary},
            {"updated", page.updated},
            {"body", article::to_json(page.body)},
            {"related", Json::texts(page.related)},
            {"translations", to_json(page.translations)}};
}

std::expected<ArticlePage, std::string> article_page_from_json(const Json& json) {
    MemberReader reader(json);
    ArticlePage page;
    page.id = reader.identifier(json, "id");
    page.title = reader.text("title");
    page.summary = reader.text("summary");
    page.updated = reader.text("updated");
    page.body = reader.document(json, "body");
    page.related = reader.identifiers("related");
    page.translations = reader.translations();
    if (reader.failed()) {
        return std::unexpected(reader.fault());
    }
    return page;
}

Json to_json(const GuidePage& page) {
    return {{"guide", guide::to_json(page.guide)}, {"text", to_json(page.text)}};
}

std::expected<GuidePage, std::string> guide_page_from_json(const Json& json) {
    MemberReader reader(json);
    GuidePage page;
    page.text = read_guide_text(reader, reader.object("text"));
    if (reader.failed()) {
        return std::unexpected(reader.fault());
    }
    auto guide = guide::read_guide(base::object_at(json, "guide"));
    if (!guide) {
        return std::unexpected("\"guide\"" + guide.error().front().pointer + ": " +
                               guide.error().front().message);
    }
    page.guide = std::move(*guide);
    if (!is_complete(page)) {
        return std::unexpected("\"text\" lacks the words of a step or choice");
    }
    return page;
}

}  // namespace ventanilla::site
