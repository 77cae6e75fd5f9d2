// cli/publish/publish.h
//
// Everything that a site's visitors can fetch, made from the site in memory: the one function behind `ventanilla
// serve`, which answers from the table, and `ventanilla build`, which writes it into a folder. Same input, same
// bytes. Why one: docs/decisions/0003-one-publisher.md.
//
//   http::StaticFiles files = publish(site, bundle, texts);
//   files.at("/es/articulos/sin-internet").bytes
//
//   /<language>/...                        the portal (core/site/address.h), with 404.html
//   /widget/<language>/                    the panel, in the widget's iframe
//   /embed.js                              the launcher, with the site's languages and labels
//   /widget/, /assets/, /media/, /data/    what they need; names carry a hash and never change their content
#pragma once

#include <map>
#include <string>

#include "cli/publish/texts.h"
#include "core/site/site.h"
#include "server/http/static_files.h"

namespace ventanilla::publish {

// The browser's part of the product, as bytes.
struct Bundle {
    std::string embed_script;  // holds kSitePlace once
    std::string panel_script;
    std::string panel_style;
    std::string portal_style;
    std::string core;  // the WebAssembly module

    // A page that embeds the widget: "index.html" takes the place of the default language's home at "/", its
    // other files stand below "/page/". Empty: there is none.
    std::map<std::string, std::string> host_page;
};

// Where embed.js gets the site's settings, quotes included.
inline constexpr std::string_view kSitePlace = R"("__VENTANILLA_SITE__")";

// Precondition: `site` was read without problems, and `texts` speaks all of its languages.
http::StaticFiles publish(const site::Site& site, const Bundle& bundle, const Texts& texts);

}  // namespace ventanilla::publish
