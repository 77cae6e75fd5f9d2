// core/site/formats.h
//
// What the values of site.json look like.
#pragma once

#include <string_view>

namespace ventanilla::site {

// BCP 47 as far as an author needs it: "es", "es-MX", "zh-Hant".
bool is_language_tag(std::string_view text);

// "#0b5c6b".
bool is_colour(std::string_view text);

// A CSP host source with its scheme (CSP 3, 2.3.1): "https://www.example.com", "https://*.example.com:8443",
// "http://localhost:*". No path, and no "*" alone: that would let every page frame the panel.
bool is_host_source(std::string_view text);
// The same of one host and one port: "https://ayuda.example", "http://localhost:8080"
bool is_origin(std::string_view text);

// A name as the IANA's time zone database has them: "Europe/Madrid", "America/Argentina/Salta", "UTC". Whether it is one of
// them, browsers know.
bool is_time_zone(std::string_view text);

// "https://" and more, without spaces.
bool is_https_address(std::string_view text);

}  // namespace ventanilla::site
