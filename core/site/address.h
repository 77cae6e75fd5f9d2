// core/site/address.h
//
// Where things stand on the help origin: the one place that makes paths. The same path is a page for everyone, a
// route of the app and a link that can be shared.
#pragma once

#include <string>
#include <string_view>

#include "core/text/messages.h"

namespace ventanilla::site {

// "/es/"
std::string home_address(std::string_view language);
// "/es/privacidad" for the message "path.privacy"
std::string page_address(std::string_view language, const text::Messages& messages,
                         std::string_view word);
// "/es/articulos/sin-internet"; the words come from the messages "path.articles", "path.guides", ...
std::string article_address(std::string_view language, const text::Messages& messages,
                            std::string_view slug);
// "/es/guias/no-internet"; a run's answers follow as further segments.
std::string guide_address(std::string_view language, const text::Messages& messages,
                          std::string_view id);
// "/es/temas/conexion"
std::string category_address(std::string_view language, const text::Messages& messages,
                             std::string_view id);
// "/es/buscar", with "?q=..." (percent-encoded) when `query` is not empty
std::string search_address(std::string_view language, const text::Messages& messages,
                           std::string_view query);
// "/es/contacto", "/es/contacto/enviada"
std::string contact_address(std::string_view language, const text::Messages& messages);
std::string receipt_address(std::string_view language, const text::Messages& messages);

// "/es/solicitudes/7KQ2-M9XD-4HTR-B8VK"
std::string request_address(std::string_view language, const text::Messages& messages,
                            std::string_view code);

// RFC 3986: all but unreserved characters as %XX. Decoding gives back bytes as they are where "%" is no escape.
std::string percent_encode(std::string_view text);
std::string percent_decode(std::string_view text);

}  // namespace ventanilla::site
