#include "core/site/read_settings.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/json.h"
#include "core/base/json_scan.h"
#include "core/base/problem.h"
#include "core/site/formats.h"
#include "core/site/names.h"
#include "core/site/prefill.h"
#include "core/site/read_hours.h"
#include "core/site/read_routing.h"
#include "core/site/read_rules.h"
#include "core/site/read_texts.h"
#include "core/ticket/formats.h"

namespace ventanilla::site {
namespace {

using base::Json;
using base::ObjectReader;

constexpr std::size_t kMaxLanguages = 20;
constexpr std::int64_t kMaxFollowUpDays = 90;
constexpr std::size_t kMaxOrigins = 50;
constexpr std::size_t kMaxChannels = 10;
constexpr std::size_t kMaxPopular = 20;

class SettingsReader {
public:
    SettingsReader(JsonFile& file, Site& site) : file_(file), site_(site) {}

    bool read() {
        ObjectReader reader(*file_.json(), "", findings_);
        reader.optional_text("$schema");
        site_.id = reader.identifier("id");
        read_languages(reader);
        bool has_form = false;
        // Without languages nothing can be said about the texts.
        if (!site_.languages.empty()) {
            site_.name = ticket::read_local_text(reader, "name", site_.languages);
            read_form_of_address(reader);
            read_brand(reader);
            read_url(reader);
            read_team(reader);
            read_embed(reader);
            read_hours(reader, site_, findings_);
            read_channels(reader);
            read_synonyms(reader);
            site_.popular = read_texts(reader, "popular", kMaxPopular, findings_);
            site_.rules = read_rules(reader, site_.languages, findings_);
            has_form = read_form(reader);
            if (has_form) {
                check_callbacks();
            }
            site_.routing = read_routing(reader, site_, findings_);
            reader.refuse_others();
        }
        file_.report(findings_);
        return has_form;
    }

private:
    void read_languages(ObjectReader& reader) {
        if (!reader.has("languages")) {
            reader.array("languages");
            return;
        }
        const std::size_t before = findings_.size();
        site_.languages = read_texts(reader, "languages", kMaxLanguages, findings_);
        for (std::size_t i = 0; i < site_.languages.size(); ++i) {
            if (!site_.languages[i].empty() && !is_language_tag(site_.languages[i])) {
                findings_.push_back({"/languages/" + std::to_string(i), "site-language",
                                     "A language is a tag such as \"es\" or \"es-MX\"; " +
                                         base::in_quotes(site_.languages[i]) + " is none."});
            }
        }
        std::erase_if(site_.languages,
                      [](const std::string& tag) { return !is_language_tag(tag); });
        if (site_.languages.empty() && findings_.size() == before) {
            reader.report("languages", "site-language",
                          "A site needs at least one language, such as \"es\".");
        }
    }

    void read_form_of_address(ObjectReader& reader) {
        const std::string name = reader.optional_text("form_of_address");
        if (name.empty()) {
            return;
        }
        const auto form = base::value_in(kFormOfAddressNames, name);
        const bool speaks_spanish =
            std::ranges::any_of(site_.languages, [](const std::string& language) {
                return language == "es" || language.starts_with("es-");
            });
        if (!form) {
            reader.report("form_of_address", "site-form-of-address",
                          "The form of address is \"tú\" or \"usted\".");
        } else if (!speaks_spanish) {
            reader.report("form_of_address", "site-form-of-address",
                          "Forms of address are of Spanish, which is none of the site's "
                          "languages; take this out.");
        } else {
            site_.form_of_address = *form;
        }
    }

    void read_brand(ObjectReader& reader) {
        if (auto brand = reader.optional_child("brand")) {
            site_.accent = brand->optional_text("accent");
            if (!site_.accent.empty() && !is_colour(site_.accent)) {
                brand->report("accent", "site-accent",
                              "The accent is a colour such as \"#0b5c6b\".");
            }
            brand->refuse_others();
        }
    }

    void read_url(ObjectReader& reader) {
        site_.url = reader.optional_text("url");
        if (!site_.url.empty() && !is_origin(site_.url)) {
            reader.report("url", "site-url",
                          "The url is a scheme and a host without a path, such as "
                          "\"https://ayuda.example.com\".");
        }
    }

    void read_team(ObjectReader& reader) {
        if (auto team = reader.child("team")) {
            site_.follow_up_days =
                static_cast<int>(team->optional_integer("follow_up_days", 0, 1, kMaxFollowUpDays));
            site_.team_email = team->text("email");
            if (!site_.team_email.empty() && !ticket::is_email_address(site_.team_email)) {
                team->report("email", "site-email",
                             "The team's \"email\" must be one e-mail address.");
            }
            team->refuse_others();
        }
    }

    void read_embed(ObjectReader& reader) {
        auto embed = reader.optional_child("embed");
        if (!embed) {
            return;
        }
        site_.embed_origins = read_texts(*embed, "origins", kMaxOrigins, findings_);
        for (std::size_t i = 0; i < site_.embed_origins.size(); ++i) {
            if (!site_.embed_origins[i].empty() && !is_host_source(site_.embed_origins[i])) {
                findings_.push_back({"/embed/origins/" + std::to_string(i), "site-origin",
                                     "An origin is a scheme and a host without a path, such as "
                                     "\"https://www.example.com\", \"https://*.example.com\" or "
                                     "\"http://localhost:*\"."});
            }
        }
        embed->refuse_others();
    }

    void read_channels(ObjectReader& reader) {
        if (!reader.has("channels")) {
            reader.optional_member("channels");
            return;
        }
        const auto channels = reader.array("channels");
        if (channels.size() > kMaxChannels) {
            reader.report("channels", "json-value",
                          "There are at most " + std::to_string(kMaxChannels) + " channels.");
            return;
        }
        for (std::size_t i = 0; i < channels.size(); ++i) {
            read_channel(reader.element("channels", i));
        }
    }

    void read_channel(ObjectReader reader) {
        Channel channel;
        const std::string name = reader.text("kind");
        const auto kind = base::value_in(kChannelNames, name);
        channel.kind = kind.value_or(ChannelKind::kLink);
        if (kind == ChannelKind::kCallback) {
            read_fields(reader, channel);
        } else {
            channel.address = reader.text("address");
        }
        channel.label = ticket::read_local_text(reader, "label", site_.languages);
        channel.hours = ticket::read_optional_local_text(reader, "hours", site_.languages);
        if (!kind && !name.empty()) {
            reader.report("kind", "site-channel",
                          "A channel's kind is telephone, email, link or callback.");
        } else if (kind && !channel.address.empty() && !is_address(channel)) {
            reader.report(
                "address", "site-channel",
                "The address must be a telephone number, an e-mail address or https://..., as the "
                "channel's kind says.");
        }
        channel.open = reader.optional_text("open");
        if (!channel.open.empty() && !site_.hours.contains(channel.open)) {
            reader.report("open", "site-hours",
                          "There are no \"hours\" with the name " + base::in_quotes(channel.open) +
                              "; correct the name or add them.");
        }
        reader.refuse_others();
        site_.channels.push_back(std::move(channel));
    }

    void read_fields(ObjectReader& reader, Channel& channel) {
        for (const auto& [id, value] : reader.object("fields")) {
            if (value.is_text()) {
                channel.fields[id] = value.text();
            } else {
                findings_.push_back(
                    {base::pointer_to(reader.pointer_to("fields"), id), "json-type",
                     "The value of " + base::in_quotes(id) + " must be a text in double quotes."});
            }
        }
    }

    void check_callbacks() {
        for (std::size_t i = 0; i < site_.channels.size(); ++i) {
            const std::string pointer = "/channels/" + std::to_string(i) + "/fields";
            for (const auto& [id, value] : site_.channels[i].fields) {
                if (std::string message = check_prefill(site_.form, id, value); !message.empty()) {
                    findings_.push_back(
                        {base::pointer_to(pointer, id), "site-callback", std::move(message)});
                }
            }
        }
    }

    void read_synonyms(ObjectReader& reader) {
        if (auto synonyms = reader.optional_child("synonyms")) {
            site_.regional_synonyms = synonyms->optional_boolean("regional", true);
            synonyms->refuse_others();
        }
    }

    static bool is_address(const Channel& channel) {
        switch (channel.kind) {
        case ChannelKind::kTelephone:
            return ticket::is_telephone_number(channel.address);
        case ChannelKind::kEmail:
            return ticket::is_email_address(channel.address);
        case ChannelKind::kLink:
            return is_https_address(channel.address);
        case ChannelKind::kCallback:
            return true;
        }
        return false;
    }

    bool read_form(ObjectReader& reader) {
        if (!reader.child("form")) {
            return false;
        }
        auto form = ticket::read_form(base::object_at(*file_.json(), "form"), site_.languages);
        if (!form) {
            file_.report(form.error(), "/form");
            return false;
        }
        site_.form = std::move(*form);
        return true;
    }

    JsonFile& file_;
    Site& site_;
    base::JsonFindings findings_;
};

}  // namespace

bool read_settings(JsonFile& file, Site& site) {
    return file.json() != nullptr && SettingsReader(file, site).read();
}

}  // namespace ventanilla::site
