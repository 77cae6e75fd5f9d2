// server/http/content_negotiation.h
//
// Reads the Accept headers of RFC 9110: which of the forms that we have does the client like best?
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ventanilla::http {

// How much a header such as "br;q=0.8, gzip" wants `name`, 0..1000; what it does not name gets the
// value of "*", else `unnamed`.
int quality_of(std::string_view header, std::string_view name, int unnamed);

// "br", "gzip" or "" (as it is): the best that is accepted and that there is.
std::string_view choose_encoding(std::string_view accept_encoding, bool has_brotli, bool has_gzip);

// The one of `languages` that the header wants most; the first one when it wants none. "es-MX"
// takes "es" too.
std::string choose_language(std::string_view accept_language,
                            const std::vector<std::string>& languages);

// True if the header of a conditional request (If-None-Match) names `tag`.
bool names_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace ventanilla::http
