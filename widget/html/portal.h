// widget/html/portal.h
//
// What the pages of one language have in common, and what changes from page to page. Made by cli/publish; every
// address is one of the help origin, as core/site/address.h makes them.
#pragma once

#include <string>
#include <vector>

#include "core/site/catalog.h"
#include "core/text/messages.h"
#include "widget/app/screen.h"

namespace ventanilla::html {

// What a browser loads so that the app takes pages over.
struct TakeOver {
    std::string loader;  // addresses: waits for a sign of intent, and then loads ...
    std::string script;  // ... the app's script
    std::string core;    // and the WebAssembly module
};

// What a page of an article loads beyond what every page does (widget/html/reading.h); addresses.
struct Reading {
    std::string script;
    std::string stylesheet;
};

struct Portal {
    std::string language;
    std::string name;         // of the site
    text::Messages messages;  // areas app and portal
    std::string home;         // addresses
    std::string contact;
    std::string search;
    std::string catalog;     // file that the app starts from
    bool is_served = false;  // by our server, which answers searches and takes forms
    bool is_right_to_left = false;
    TakeOver take_over;  // empty addresses where it is not
    std::string stylesheet;
    Reading reading;
    std::string icon;
    std::string policy;         // the content security policy that a page can state itself
    std::string header_policy;  // and the whole of it, as a server states it
    std::vector<site::CatalogChannel> channels;
    std::string time_zone = {};  // of the site's hours; may be empty
};

// The same page in one of the site's languages, its own included.
struct Translation {
    std::string language;
    std::string name;  // in that language: "English"
    std::string address;
};
using Translations = std::vector<Translation>;  // the site's default language first

struct ArticleContent {
    const app::Screen& screen;
    std::string summary;
    std::string address;
    std::string category;  // title; may be empty
    std::string category_address;
};

struct PlaceContent {
    app::Screen screen;
    std::string path;  // key of the word that is its address; of a place alone
    std::string address;
};

struct GuideContent {
    site::GuidePage guide;
    std::string address;
};

}  // namespace ventanilla::html
