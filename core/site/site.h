// core/site/site.h
//
// Reads a site, all of its files, and says everything that is wrong with it, with file and line
// (docs/authors/site-format.md). Takes a map of path to bytes, not a disk.
//
//   Reading reading = read_site(files);
//   if (!reading.problems.empty()) ...
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article/article.h"
#include "core/base/problem.h"
#include "core/guide/guide.h"
#include "core/site/opening.h"
#include "core/site/routing.h"
#include "core/site/rules.h"
#include "core/text/synonyms.h"
#include "core/ticket/form.h"

namespace ventanilla::site {

using Files = std::map<std::string, std::string>;  // path relative to the site -> bytes
using ticket::LocalText;

inline constexpr std::size_t kMaxFileBytes = 1'000'000;   // texts
inline constexpr std::size_t kMaxMediaBytes = 5'000'000;  // pictures
inline constexpr std::size_t kMaxVideoBytes = 50'000'000;

// How a site's Spanish addresses its customers.
enum class FormOfAddress { kTu, kUsted };

// A callback leads to the form, with what is filled into it.
enum class ChannelKind { kTelephone, kEmail, kLink, kCallback };

struct Channel {
    ChannelKind kind = ChannelKind::kTelephone;
    std::string
        address;  // a telephone number, an e-mail address or an https: address; kCallback: none
    LocalText label;
    LocalText hours;                            // may be empty
    std::string open;                           // which of the site's hours; may be empty
    std::map<std::string, std::string> fields;  // kCallback: by the form's fields
};

// What every customer should know before she asks. Times are UTC.
struct Notice {
    LocalText text;
    bool is_warning = false;
    std::string article;  // id; may be empty
    std::optional<Minutes> from;
    std::optional<Minutes> until;
};

struct StepText {
    std::string title;
    article::Document body;
    std::map<std::string, std::string> choices;  // choice id -> label
};

struct GuideText {
    std::string title;
    std::string summary;
    std::map<std::string, StepText> steps;  // step id -> text
    std::vector<std::string> pins = {};     // queries for which the guide stands first
};

// What readers said of an article or a guide, in all languages.
struct SiteVotes {
    std::uint32_t yes = 0;
    std::uint32_t no = 0;
};

// A text of the product as the site words it, and where in its file.
struct Wording {
    std::string text;
    base::Position at;
};
using Wordings = std::map<std::string, Wording>;  // by the text's key

struct SiteGuide {
    guide::Guide guide;
    std::map<std::string, GuideText> texts;  // by language
};

struct Site {
    std::string id;
    std::vector<std::string> languages;  // the first one is the default
    LocalText name;
    FormOfAddress form_of_address = FormOfAddress::kTu;
    std::string accent;      // "#rrggbb"; empty: the product's own
    std::string url;         // where the help is, such as "https://ayuda.example"; may be empty
    int follow_up_days = 0;  // until a customer is asked whether she was helped; 0: she is not
    std::string team_email;  // where new tickets are announced
    std::vector<std::string> embed_origins;  // CSP host sources that may frame the panel
    std::string time_zone;                   // of the IANA's; there where there are hours
    std::map<std::string, Hours> hours;      // by name
    std::vector<Channel> channels;
    std::optional<Notice> notice;
    std::vector<std::string> popular;  // article ids
    std::vector<Rule> rules;           // may be left out
    ticket::Form form;
    Routing routing;
    std::map<std::string, std::vector<article::Article>> articles;  // by language, in order of id
    std::vector<SiteGuide> guides;                                  // in order of id
    std::map<std::string, text::Synonyms> synonyms;                 // by language; may be left out
    std::map<std::string, SiteVotes> votes;  // by "article:ID" or "guide:ID"; may be left out
    bool regional_synonyms = true;           // besides those, the product's own
    // By language, one of the site's or one that such a language falls back to; may be left out.
    std::map<std::string, Wordings> wordings;
    Files media;  // "media/..." -> bytes

    [[nodiscard]] const article::Article* find_article(std::string_view language,
                                                       std::string_view id) const;
    [[nodiscard]] const SiteGuide* find_guide(std::string_view id) const;
    // Who is told of requests in that queue, which may be empty.
    [[nodiscard]] const std::string& email_of(const std::string& queue) const;
};

struct Reading {
    std::optional<Site> site;  // there when there are no problems
    base::Problems problems;   // in order of file and line
};

// Files that no rule knows are a problem too (a mistyped folder would otherwise be silently left out), except
// those whose name begins with "." or is README.md, LICENSE or under schema/.
Reading read_site(const Files& files);

}  // namespace ventanilla::site
