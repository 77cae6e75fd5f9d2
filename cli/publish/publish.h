// cli/publish/publish.h
//
// Everything that a site's visitors can fetch, made from the site in memory: the one function behind `ventanilla
// serve`, which answers from the table, and `ventanilla build`, which writes it into a folder. Same input, same
// bytes. Why one: docs/decisions/0003-one-publisher.md.
//
//   Publication publication = publish(site, bundle, texts, packs, Host::kOurServer);
//   publication.files.at("/es/articulos/sin-internet").bytes
//
//   /<language>/...                        the portal (core/site/address.h), with 404.html and, where our server
//                                          answers, a page for each other refusal (widget/html/pages.h)
//   /widget/<language>/                    the panel, in the widget's iframe
//   /widget/<language>/canvas/             the same with the view on a canvas
//   /widget/worker.js                      keeps the panel for when there is no network
//   /embed.js                              the launcher, with the site's languages and labels, and its rules if they are of the launcher
//   /inline.js                             the panel as part of a page of this origin, which the launcher loads
//   /widget/, /assets/, /media/, /data/    what they need; names carry a hash and never change their content
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/publish/synonym_packs.h"
#include "cli/publish/texts.h"
#include "core/site/site.h"
#include "server/http/static_files.h"
#include "widget/html/portal.h"

namespace ventanilla::publish {

// The browser's part of the product, as bytes.
struct Bundle {
    std::string embed_script;        // holds kSitePlace once
    std::string embed_rules_script;  // the same, for sites whose rules hint or hide the launcher
    std::string inline_script;
    std::string panel_script;
    std::string panel_style;
    std::string worker_script;  // keeps the panel for when there is no network
    std::string portal_style;
    std::string portal_loader;     // on each page of a served portal
    std::string take_over_script;  // what it loads
    std::string idle_script;       // of the panel, once it is used
    std::string reading_script;    // on the page of each article
    std::string reading_style;
    // The WebAssembly module for each language that the product knows, by its tag.
    std::map<std::string, std::string> cores;
    // What each of them fetches when it is needed first (widget/app/annex.h).
    std::map<std::string, std::string> annexes;

    // The view on a canvas: its script, the module with it and the core, and its fonts: regular, strong, italic, mono.
    std::string canvas_script;
    std::string canvas_core;
    std::vector<std::string> canvas_fonts;

    // A page that embeds the widget: "index.html" takes the place of the default language's home at "/", its
    // other files stand below "/page/". Empty: there is none.
    std::map<std::string, std::string> host_page;
};

// Who answers with the files. Our server also answers searches and takes forms from pages without JavaScript.
enum class Host { kOurServer, kAnyStatic };

struct Publication {
    http::StaticFiles files;
    std::vector<html::Portal> portals;  // one a language, the default first
};

// Where embed.js gets the site's settings, quotes included.
inline constexpr std::string_view kSitePlace = R"("__VENTANILLA_SITE__")";

// Precondition: `site` was read without problems, and `texts` speaks all of its languages.
Publication publish(const site::Site& site, const Bundle& bundle, const Texts& texts,
                    const SynonymPacks& packs, Host host);

}  // namespace ventanilla::publish
