// core/site/catalog.h
//
// What a visitor's browser gets of a site, in one language: small JSON files that the builder writes and the app
// reads, both by this code. Addresses are paths on the help origin ("/es/articulos/sin-internet"); documents'
// links and pictures are resolved.
#pragma once

#include <expected>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/article/document.h"
#include "core/base/json_fwd.h"
#include "core/guide/guide.h"
#include "core/site/site.h"
#include "core/site/timetable.h"
#include "core/text/messages.h"
#include "core/ticket/form.h"

namespace ventanilla::site {

// An article or a guide in a list.
struct Teaser {
    std::string id;
    std::string address;  // its page and route: "/es/articulos/sin-internet"
    std::string title;
    std::string summary;
    std::string file;  // its content: "/data/es/articles/sin-internet.3fa9c2.json"
};

// Articles that belong together: so many of the catalog's, after those of the categories before.
struct Category {
    std::string id;     // the last word of its address: "conexion"
    std::string title;  // empty: the articles that have no category
    int articles = 0;
};

struct CatalogChannel {
    ChannelKind kind = ChannelKind::kTelephone;
    std::string label;
    std::string hours;
    std::string
        address;  // "tel:...", "mailto:..." or "https:..."; kCallback: "/es/contacto?field.kind=..."
    std::optional<Timetable> open = {};
};

// What every customer should know before she asks. Times are UTC.
struct CatalogNotice {
    std::string text;
    bool is_warning = false;
    std::string article;  // id; may be empty
    Minutes from = 0;
    Minutes until = kForever;

    static constexpr Minutes kForever = std::numeric_limits<Minutes>::max();
};

// The same in another of the site's languages.
struct Translation {
    std::string name;  // the language's, in it: "English"
    std::string address;
};

// The first file: all that the first screen, the form and routing need.
struct Catalog {
    std::string site;  // id
    std::string name;
    std::string language;
    std::string accent;
    text::Messages messages;  // the product's own texts
    std::string texts;  // the file with those of places (widget/app/place.h); empty: they are there
    std::string
        annex;  // the file with the rest of the core (widget/app/annex.h); empty: it is there
    std::vector<CatalogChannel> channels;
    std::optional<CatalogNotice> notice;
    std::vector<Translation> translations;  // their homes
    std::vector<std::string> popular;       // article ids
    // The articles stand in the order of their categories, and in each in order of id: so a category costs no more than
    // its own few bytes, however many articles it has.
    std::vector<Category> categories;
    std::vector<Teaser> articles;
    std::vector<Teaser> guides;
    ticket::Form form;
    std::string
        index;  // the search index: the folder of its shards, see search/shard.h; empty without one
};
base::Json to_json(const Catalog& catalog);
std::expected<Catalog, std::string> catalog_from_json(const base::Json& json);

// The same in two parts: what the form is read with is not there when the app begins (widget/app/annex.h).
std::expected<Catalog, std::string> catalog_without_form(const base::Json& json);
// `form`: the catalog's member.
std::expected<ticket::Form, std::string> form_of_catalog(const base::Json& form,
                                                         const std::string& language);

// The file behind an article's teaser.
struct ArticlePage {
    std::string id;
    std::string title;
    std::string summary;
    std::string updated;
    article::Document body;
    std::vector<std::string> related;  // article ids
    std::vector<Translation> translations;
};
base::Json to_json(const ArticlePage& page);
std::expected<ArticlePage, std::string> article_page_from_json(const base::Json& json);

// The file behind a guide's teaser.
struct GuidePage {
    guide::Guide guide;
    GuideText text;
};
base::Json to_json(const GuidePage& page);
std::expected<GuidePage, std::string> guide_page_from_json(const base::Json& json);

}  // namespace ventanilla::site
