// server/http/static_files.h
//
// The files that a server answers with, in a table made at start: a request's path is looked up in it and never
// reaches the operating system. Each file is kept with its hash (ETag) and its compressed forms.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace ventanilla::http {

struct StaticFile {
    std::string bytes;
    std::string content_type;  // "text/html; charset=utf-8"
    bool immutable = false;    // its name changes with its content: cached for a year
    // Empty: "default-src 'none'; frame-ancestors 'none'; sandbox".
    std::string content_security_policy = {};
    bool cross_origin = false;  // pages of other sites may load it, as they do embed.js
};

// Path as requested ("/es/articulos/sin-internet", "/embed.js") -> file. "/es/404.html", one a status and language, is
// what a browser shows when it is refused (server/http/refusal_pages.h).
using StaticFiles = std::map<std::string, StaticFile, std::less<>>;

}  // namespace ventanilla::http
