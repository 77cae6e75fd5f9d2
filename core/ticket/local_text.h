// core/ticket/local_text.h
//
// A text that an author gives in every language of her site: { "es": "Tu nombre", "en": "Your name"
// }.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/base/json_reader.h"

namespace ventanilla::ticket {

using LocalText = std::map<std::string, std::string>;  // by language

// `text` in `language`, in its base language ("es" for "es-MX"), else in any; empty if there is
// none at all.
std::string_view in_language(const LocalText& text, std::string_view language);

// The member `key`, with a text in each of `languages` and in no other.
LocalText read_local_text(base::ObjectReader& reader, std::string_view key,
                          const std::vector<std::string>& languages);
// The same for a member that may be left out.
LocalText read_optional_local_text(base::ObjectReader& reader, std::string_view key,
                                   const std::vector<std::string>& languages);

// That language alone; with an empty `language` all of them.
base::Json to_json(const LocalText& text, std::string_view language);

}  // namespace ventanilla::ticket
